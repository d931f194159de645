import { type Running, run, type Surroundings } from './run.ts';

/**
 * Joins the bot to the process it is: command line, standard streams and signals. Sets the exit status when done.
 * @param env the process's environment, which `.env` adds to
 */
export async function runProcess(env: Surroundings['env']): Promise<void> {
  // Whoever reads the answer has seen enough («… | head -1»).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

  // Node prints what libraries warn each other of, such as Google's when there is no key. People get one sentence.
  process.removeAllListeners('warning');

  process.exitCode = await run(process.argv.slice(2), {
    env,
    loadEnvFile: () => process.loadEnvFile('.env'),
    terminal: {
      colour: process.stdout.isTTY && !env.NO_COLOR,
      out: (text: string) => void process.stdout.write(text),
      err: (text: string) => void process.stderr.write(text),
    },
    // Opened by being mentioned, and few commands read it.
    get stdin() {
      return process.stdin;
    },
    onRunning: stopOnSignals,
  });
}

/** Exit status: what it was doing is settled by the next start. */
const COULD_NOT_STOP = 1;

/** A bot that runs stops tidily when asked to; after an error nobody caught, a supervisor starts it afresh. */
function stopOnSignals({ stop, broken }: Running): void {
  let isStopping = false;
  const stopThen = (atLeast: number) => {
    if (isStopping) return;
    isStopping = true;
    void stop()
      .catch(() => COULD_NOT_STOP)
      .then((status) => process.exit(Math.max(status, atLeast)));
  };
  process.on('SIGTERM', () => stopThen(0));
  process.on('SIGINT', () => stopThen(0));
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      broken(error);
      process.stderr.write('Noe gikk galt hos meg, og jeg må startes på nytt.\n');
      stopThen(1);
    });
  }
}
