const WITHIN_MS = 3000;

/** Whether what answers on a port of this machine is a bot like this one: nobody else has figures by its name. */
export async function isBotOn(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(WITHIN_MS) });
    return /^# HELP samhandlingsbot_/m.test(await response.text());
  } catch {
    return false;
  }
}
