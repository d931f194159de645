import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cost, Order } from './delivering.ts';
import type { Place } from './place.ts';

/** A process that speaks in Slack as it is told. */
export interface DeliveryProcess {
  do(order: Order): Promise<Cost>;
  stop(): Promise<void>;
}

const DELIVERING = fileURLToPath(import.meta.resolve('./delivering.ts'));

/** Apart from Slack, so that each has a process of its own; it can collect its garbage when it is weighed. */
export function startDelivery({ folder, env }: Place, apiUrl: string): DeliveryProcess {
  const options = { cwd: folder, env: { ...env, SLACK_API_URL: apiUrl }, execArgv: ['--expose-gc'] };
  const child = fork(DELIVERING, options);
  const exited = once(child, 'exit');
  return {
    async do(order) {
      child.send(order);
      const [cost] = await Promise.race([
        once(child, 'message') as Promise<[Cost]>,
        exited.then(([status]) => Promise.reject(new Error(`the process that speaks ended with ${status}`))),
      ]);
      return cost;
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
