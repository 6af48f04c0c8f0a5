import { childOf, isOn, type Element } from './element.ts';
import { linkIn } from './fields.ts';
import { trackedFlow, type Flow } from './piece.ts';

/** What holds inside an element that changes it: a tracked change, a link, a form to be filled in. */
export function innerFlow(
  element: Element,
  flow: Flow,
  linkTarget: (relation: string | undefined) => string | undefined,
): Flow {
  switch (element.name) {
    case 'w:hyperlink':
      return withTarget(flow, linkTarget(element.attributes['r:id']));
    case 'w:fldSimple':
      return withTarget(flow, linkIn(element.attributes['w:instr'] ?? ''));
    case 'w:sdt': {
      const asks = isOn(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === true;
      return asks ? { ...flow, placeholder: true } : flow;
    }
    default:
      return trackedFlow(element.name, flow) ?? flow;
  }
}

const withTarget = (flow: Flow, target: string | undefined): Flow =>
  target === undefined ? flow : { ...flow, target };
