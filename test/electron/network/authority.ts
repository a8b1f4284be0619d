import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a server is given. PEM. */
export interface Credentials {
  readonly key: string;
  readonly cert: string;
}

export interface LeafRequest {
  readonly commonName: string;
  /** Names for the subject alternative names; none: no such extension. */
  readonly names: readonly string[];
  /** Days from now; the default is 100 days ago to 300 days ahead. */
  readonly fromDays?: number;
  readonly toDays?: number;
  readonly usage?: 'serverAuth' | 'clientAuth' | 'serverAuth,clientAuth';
  readonly digest?: 'sha256' | 'sha1' | 'md5';
  readonly rsaBits?: number;
  readonly issuer?: 'intermediate' | 'private' | 'self';
  /** False leaves the intermediate certificate out. */
  readonly sendsChain?: boolean;
}

/** A certification authority made by openssl: a root, an intermediate that issues, and a private root beside them. */
export interface Authority {
  /** The root that counts as public in a test: the file for NODE_EXTRA_CA_CERTS. */
  readonly rootPath: string;
  issue(request: LeafRequest): Promise<Credentials>;
  dispose(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** As openssl takes it: `20261125180000Z`. */
function stamp(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().replaceAll(/[-:T]|\.\d+/gu, '');
}

export async function createAuthority(): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'authority-'));
  const at = (name: string): string => join(folder, name);
  /** Runs openssl in the folder; no word of a call has a space. */
  const openssl = (call: string) => run('openssl', call.split(' '), { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  await writeFile(at('ca.cnf'), CONFIGURATION);
  await writeFile(at('index.txt'), '');
  const made = new Map<number, Promise<unknown>>();
  const keyOf = async (bits: number): Promise<string> => {
    const making = made.get(bits) ?? openssl(`genrsa -out ${bits}.key ${bits}`);
    made.set(bits, making);
    await making;
    return `${bits}.key`;
  };
  const root = async (name: string): Promise<void> => {
    await openssl(`ecparam -name prime256v1 -genkey -noout -out ${name}.key`);
    const subject = `-subj /O=Test/CN=Test-${name} -config ca.cnf -extensions authority`;
    await openssl(`req -x509 -new -key ${name}.key -sha256 -days 3000 -out ${name}.crt ${subject}`);
  };
  await Promise.all([root('root'), root('private'), keyOf(2048)]);
  const signing = { serial: 0 };
  const sign = async (
    request: LeafRequest,
    extensions: readonly string[],
    ca: string,
    key: string,
  ): Promise<string> => {
    signing.serial += 1;
    const name = `leaf${signing.serial}`;
    const { commonName, fromDays = -100, toDays = 300, digest = 'sha256' } = request;
    await openssl(`req -new -key ${key} -out ${name}.csr -subj /O=Test/CN=${commonName} -config ca.cnf`);
    await writeFile(at(`${name}.ext`), `${['[leaf]', ...extensions].join('\n')}\n`);
    const issuing = ca === 'self' ? `-selfsign -keyfile ${key}` : `-cert ${ca}.crt -keyfile ${ca}.key`;
    const dates = `-startdate ${stamp(fromDays)} -enddate ${stamp(toDays)} -md ${digest}`;
    const files = `-in ${name}.csr -out ${name}.crt -extfile ${name}.ext -extensions leaf`;
    await openssl(`ca -batch -notext -config ca.cnf ${issuing} ${dates} ${files}`);
    return readFile(at(`${name}.crt`), 'utf8');
  };
  // An RSA key, since only RSA can sign with MD5.
  await openssl('genrsa -out intermediate.key 2048');
  const authority = ['basicConstraints=critical,CA:true', 'keyUsage=critical,keyCertSign,cRLSign'];
  const request = { commonName: 'Test-intermediate', names: [] };
  await writeFile(at('intermediate.crt'), await sign(request, authority, 'root', 'intermediate.key'));
  /** One after the other: openssl keeps its list of certificates in one file. */
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  return {
    rootPath: at('root.crt'),
    issue(request) {
      const issuing = queue.last.then(async () => {
        const { names, usage = 'serverAuth', rsaBits = 2048, issuer = 'intermediate', sendsChain = true } = request;
        const key = await keyOf(rsaBits);
        const extensions = ['basicConstraints=CA:false', `extendedKeyUsage=${usage}`];
        if (names.length > 0) extensions.push(`subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`);
        const leaf = await sign(request, extensions, issuer, key);
        const rest = issuer === 'self' || !sendsChain ? '' : await readFile(at(`${issuer}.crt`), 'utf8');
        return { key: await readFile(at(key), 'utf8'), cert: leaf + rest };
      });
      queue.last = issuing.catch(() => undefined);
      return issuing;
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

const CONFIGURATION = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
[ca]
default_ca = main
[main]
database = index.txt
new_certs_dir = .
rand_serial = yes
unique_subject = no
policy = anything
default_md = sha256
[anything]
organizationName = optional
commonName = optional
`;
