import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Logger } from "pino";

export interface FileWatch {
  close(): void;
}

/** Writers need a moment from the first byte to the last. */
const settleMs = 50;

/**
 * Hands over the text of a file after each change. The folder is watched, for editors and mounted volumes put a new
 * file in the place of the old one.
 */
export function watchSupergraph(file: string, onChange: (text: string) => Promise<void>, log: Logger): FileWatch {
  let timer: NodeJS.Timeout | undefined;

  async function read(): Promise<void> {
    try {
      await onChange(await readFile(file, "utf8"));
    } catch (err) {
      log.warn({ err }, "The supergraph file cannot be read; the last supergraph stays");
    }
  }

  const watcher = watch(dirname(file), () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), settleMs);
  });
  watcher.on("error", (err) => log.warn({ err }, "The supergraph file is no longer watched"));
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
