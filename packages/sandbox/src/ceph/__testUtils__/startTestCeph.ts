import { freePorts, type Sandbox, startSandbox } from '../../startSandbox';

/** A Ceph cluster as somebody outside meets it: over HTTP alone. */
export interface TestCeph {
  sandbox: Sandbox;
  cluster(name: 'pitower' | 'infra'): TestCephCluster;
  /** Lets something happen at the control; returns the status. */
  control(path: string, body: unknown): Promise<number>;
  /** An object or a list from the Kubernetes API of a cluster. */
  kubernetes(cluster: string, path: string): Promise<unknown>;
}

export interface TestCephCluster {
  logIn(password?: string): Promise<Response>;
  /** With a token of its own, which is asked for once. */
  get(
    path: string,
    request?: { version?: string; signal?: AbortSignal },
  ): Promise<Response>;
  /** As `get`, with `Accept` and credentials as they are given. */
  send(path: string, init?: RequestInit): Promise<Response>;
  metrics(): Promise<string>;
}

/** Starts the platforms that have Ceph, on free ports. */
export async function startTestCeph(): Promise<TestCeph> {
  const sandbox = await startSandbox({
    ports: freePorts,
    platforms: ['pitower', 'monosense'],
  });
  const json = { 'content-type': 'application/json' };
  const clusters = new Map<string, TestCephCluster>();
  const toCluster = (name: string): TestCephCluster => {
    const urls = sandbox.ceph[name]?.urls ?? { manager: '', metrics: '' };
    let token: Promise<string> | undefined;
    const send = (path: string, init?: RequestInit) =>
      fetch(`${urls.manager}${path}`, { redirect: 'manual', ...init });
    const logIn = (password = sandbox.tokens.ceph) =>
      send('/api/auth', {
        method: 'POST',
        headers: { ...json, accept: toMediaType('1.0') },
        body: JSON.stringify({ username: 'backstage', password }),
      });
    const readToken = async () => (await (await logIn()).json()).token;
    return {
      logIn,
      send,
      async get(path, { version = '1.0', signal } = {}) {
        token ??= readToken();
        return send(path, {
          signal,
          headers: {
            accept: toMediaType(version),
            authorization: `Bearer ${await token}`,
          },
        });
      },
      async metrics() {
        return (await fetch(`${urls.metrics}/metrics`)).text();
      },
    };
  };
  return {
    sandbox,
    cluster(name) {
      const known = clusters.get(name) ?? toCluster(name);
      clusters.set(name, known);
      return known;
    },
    async control(path, body) {
      const response = await fetch(`${sandbox.urls.control}${path}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(body),
      });
      return response.status;
    },
    async kubernetes(cluster, path) {
      const response = await fetch(
        `${sandbox.clusters[cluster]?.kubernetes}${path}`,
        {
          headers: { authorization: `Bearer ${sandbox.tokens.kubernetes}` },
        },
      );
      return response.json();
    },
  };
}

/** As the API's versions are asked for. */
export function toMediaType(version: string): string {
  return `application/vnd.ceph.api.v${version}+json`;
}
