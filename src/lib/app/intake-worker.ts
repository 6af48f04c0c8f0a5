// A worker thread of the app: it does the one job it was started with, posts the answer and ends. Node
// runs it from the sources as it stands; `run-guarded.ts` starts it.
import { parentPort, workerData } from 'node:worker_threads';
import { doIntakeJob, isIntakeJob } from './intake-jobs.ts';

const job: unknown = workerData;
if (isIntakeJob(job)) parentPort?.postMessage(await doIntakeJob(job));
