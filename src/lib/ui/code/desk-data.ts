/** A dimension of scope as the form offers it: single values, then named wholes. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly values: readonly { readonly id: string; readonly label: string }[];
}
