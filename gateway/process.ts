import { ConfigError } from "./config.ts";

export interface Running {
  /** The line that tells the person where it answers. */
  readonly announcement: string;
  close(): Promise<void>;
}

/** Runs a program until SIGINT or SIGTERM, then closes it and exits with 0. Wrong settings are said plainly, with exit code 2. */
export async function run(start: () => Promise<Running>): Promise<void> {
  try {
    const { announcement, close } = await start();
    const stop = () => {
      void close().then(() => process.exit(0));
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    process.stdout.write(`${announcement}\n`);
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\nThe settings are listed in .env.example.\n`);
      process.exit(2);
    }
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
      process.stderr.write(
        `${(error as Error).message}\nAnother program uses this port: set PORT or ARYK_ADMIN_PORT to a free one.\n`,
      );
      process.exit(1);
    }
    throw error;
  }
}
