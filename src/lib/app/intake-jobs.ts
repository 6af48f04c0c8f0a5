import type { RawFile, ReadDocument, ReadOptions } from '#lib/intake/document.ts';
import type { Drafted, DraftRequest } from '#lib/intake/draft/draft-dossier.ts';
import { readDocument } from '#lib/intake/read/read-document.ts';
import type { Parsed } from '#lib/model/parsed.ts';

/** Input and answer of each job, by its name. They are copied between threads, so they hold data only. */
export interface IntakeJobs {
  readonly read: {
    readonly input: { readonly file: RawFile; readonly options: ReadOptions };
    readonly output: ReadDocument;
  };
  readonly draft: { readonly input: DraftRequest; readonly output: Drafted };
}

export type IntakeJobName = keyof IntakeJobs;
export type IntakeAnswer<Name extends IntakeJobName> = Parsed<IntakeJobs[Name]['output']>;

/** A job as it is sent to a worker thread. */
export type IntakeJob<Name extends IntakeJobName = IntakeJobName> = {
  readonly [N in Name]: { readonly job: N; readonly input: IntakeJobs[N]['input'] };
}[Name];

type IntakeWork = {
  readonly [N in IntakeJobName]: (input: IntakeJobs[N]['input']) => Promise<IntakeAnswer<N>>;
};

const work: IntakeWork = {
  read: ({ file, options }) => readDocument(file, options),
  // Loaded when it is needed: reading a file needs neither lexicons nor stemmers.
  draft: async (request) => {
    const { draftDossier } = await import('#lib/intake/draft/draft-dossier.ts');
    return { ok: true, value: draftDossier(request) };
  },
};

/** Does the job a message names. */
export function doIntakeJob<Name extends IntakeJobName>({
  job,
  input,
}: IntakeJob<Name>): Promise<IntakeAnswer<Name>> {
  return work[job](input);
}

/** Whether a message names a job there is; its input is what the app itself has put in. */
export const isIntakeJob = (message: unknown): message is IntakeJob =>
  typeof message === 'object' &&
  message !== null &&
  'job' in message &&
  typeof message.job === 'string' &&
  Object.hasOwn(work, message.job);
