import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Federation } from './sts.ts';
import type { TokenIssuer } from './token.ts';

interface CredentialFiles {
  readonly keyFile: string;
  readonly federationFile: string;
  remove(): Promise<void>;
}

/** Credentials as Google Cloud hands them out, in a folder of their own. */
export async function credentialFiles(tokens: TokenIssuer, federation: Federation): Promise<CredentialFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'google-'));
  const [keyFile, federationFile, loginFile] = [
    join(folder, 'nokkel.json'),
    join(folder, 'foderasjon.json'),
    join(folder, 'innlogging.txt'),
  ];
  await Promise.all([
    writeFile(keyFile, JSON.stringify(tokens.key)),
    writeFile(loginFile, federation.login),
    writeFile(federationFile, JSON.stringify(federation.config(loginFile))),
  ]);
  return { keyFile, federationFile, remove: () => rm(folder, { recursive: true }) };
}
