import { hasRole } from '#lib/model/role.ts';
import type { LayoutServerLoad } from './$types';

/** What the bar of the dossier offers this reader. */
export const load: LayoutServerLoad = ({ params, locals }) => ({
  bar: {
    id: params.id,
    mayEdit: hasRole(locals.role, 'editor'),
    isOwner: hasRole(locals.role, 'owner'),
    alone: locals.viewer?.via === 'alone',
  },
});
