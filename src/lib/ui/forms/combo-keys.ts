/** What a key does in a combobox. */
export type ComboStep =
  | { readonly do: 'open' | 'close' | 'choose' }
  /** -1 is the field itself. */
  | { readonly do: 'move'; readonly active: number };

export interface ComboState {
  readonly open: boolean;
  /** The option that would be chosen; -1 for none. */
  readonly active: number;
  readonly length: number;
}

/**
 * The keys of an editable combobox with a list, after the ARIA Authoring Practices (Combobox Pattern):
 * arrows walk through the list and back into the field, Enter takes the option walked to, Escape closes.
 * Undefined for keys that keep what they do in a field.
 */
export function takeComboKey(
  key: string,
  { open, active, length }: ComboState,
): ComboStep | undefined {
  if (!open) return key === 'ArrowDown' || key === 'ArrowUp' ? { do: 'open' } : undefined;
  switch (key) {
    case 'ArrowDown':
      return { do: 'move', active: active + 1 >= length ? -1 : active + 1 };
    case 'ArrowUp':
      return { do: 'move', active: active < 0 ? length - 1 : active - 1 };
    case 'Enter':
      return active >= 0 ? { do: 'choose' } : undefined;
    case 'Escape':
      return { do: 'close' };
    default:
      return undefined;
  }
}
