import type { Viewer } from '#lib/app/viewer.ts';
import type { Role } from '#lib/model/role.ts';

declare global {
  namespace App {
    /** What a page shows when something goes wrong: a sentence for the reader. */
    interface Error {
      message: string;
      /** Where what was looked for is now, if that is known. */
      link?: { readonly href: string; readonly label: string };
    }

    /** What every page, action and endpoint knows of its request. */
    interface Locals {
      /** Who asks; undefined for somebody who has not signed in. */
      viewer: Viewer | undefined;
      /** What they may do in the dossier of the address; undefined where there is none. */
      role: Role | undefined;
      /** A number for the log, which is also told to whoever meets an error. */
      requestId: string;
    }
  }
}
