import type { CircularOrder, Finding } from '#lib/engine/comparison.ts';
import type { Tools } from './view-tools.ts';

/** The small drawings of a finding's acceptance slots, as SVG. */
export function drawFinding(_tools: Tools, _finding: Finding): readonly string[] {
  return [];
}

/** A circular order as a ring of steps, as SVG. */
export function drawOrder(_tools: Tools, _order: CircularOrder): string {
  return '';
}
