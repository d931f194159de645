import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that the second start is several times faster than the first.
enableCompileCache();

const { run } = await import('./cli/run.ts');

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  loadEnvFile: () => process.loadEnvFile('.env'),
  terminal: {
    colour: process.stdout.isTTY && !process.env.NO_COLOR,
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
  },
  stdin: process.stdin,
  onRunning: stopOnSignals,
});

/** A bot that runs stops tidily when asked to; after an error nobody caught, a supervisor starts it afresh. */
function stopOnSignals(stop: () => Promise<void>): void {
  const stopThen = (status: number) => {
    void stop().finally(() => process.exit(status));
  };
  process.once('SIGTERM', () => stopThen(0));
  process.once('SIGINT', () => stopThen(0));
  process.once('unhandledRejection', () => {
    process.stderr.write('Noe gikk galt hos meg, og jeg må startes på nytt.\n');
    stopThen(1);
  });
}
