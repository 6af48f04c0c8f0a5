declare global {
  namespace App {
    /** What a page shows when something goes wrong: a sentence for the reader. */
    interface Error {
      message: string;
    }
  }
}

export {};
