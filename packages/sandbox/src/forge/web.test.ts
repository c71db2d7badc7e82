import { startTestForge, type TestForge } from './__testUtils__/startTestForge';

const hostile = '<script>alert("x")</script>';

describe('the pages of the forge', () => {
  let forge: TestForge;
  let number: number;
  beforeAll(async () => {
    forge = await startTestForge();
    await forge.world.commit({
      branch: 'feature/hostile',
      author: 'ada',
      message: `Commit ${hostile}`,
      files: {
        [`k8s/${hostile.replaceAll('/', '')}.yaml`]: `${hostile}\n`,
        'README.md': 'Other\n',
      },
    });
    const opened = await forge.rest('POST', '/repos/edgit/edgit-k8s/pulls', {
      title: `Title ${hostile}`,
      head: 'feature/hostile',
      base: 'main',
      body: `Body ${hostile}`,
    });
    number = opened.body.number;
  });
  afterAll(() => forge.stop());

  const get = async (path: string) => {
    const response = await fetch(`${forge.repositoryUrl}${path}`);
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    };
  };
  const press = (
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    fetch(`${forge.repositoryUrl}/pull/${number}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: forge.urls.forge, ...headers },
      body: new URLSearchParams(form),
    });

  it('show hostile titles, bodies, paths and contents as text', async () => {
    for (const path of [
      '',
      '/pulls',
      `/pull/${number}`,
      '/commits/feature/hostile',
      '/commit/feature/hostile',
      '/tree/feature/hostile/k8s',
    ]) {
      const page = await get(path);
      expect({ path, status: page.status }).toEqual({ path, status: 200 });
      expect(page.text).not.toContain('<script');
      expect(page.headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      );
    }
    const page = await get(`/pull/${number}`);
    expect(page.text).toContain(
      'Title &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;',
    );
    expect(page.text).toContain('<span class="plus"');
  });

  it('show a file of a branch with slashes with an anchor per line, and nothing that is not there', async () => {
    const blob = await get('/blob/feature/hostile/README.md');
    expect(blob.text.replace(/\s+/g, ' ')).toMatch(
      /<tr id="L1">.*<td>Other<\/td>/,
    );
    const commit = await forge.head();
    expect((await get(`/blob/${commit}/README.md`)).text).toContain(
      'The platform',
    );
    for (const path of [
      '/blob/main/nothing',
      '/blob/nowhere/README.md',
      '/blob/main/../../x',
      '/pull/99',
      '/commit/zz',
      '/blob/main/k8s',
      '/blob/--help/x',
    ]) {
      expect({ path, status: (await get(path)).status }).toEqual({
        path,
        status: 404,
      });
    }
  });

  it('take no form from elsewhere', async () => {
    const form = { as: 'petra', verb: 'approve' };
    const refused = [
      await press(form, { origin: 'http://elsewhere.example' }),
      await press(form, { origin: 'null' }),
      await press(form, { 'sec-fetch-site': 'cross-site' }),
      await press(form, { 'sec-fetch-site': 'same-site' }),
    ];
    expect(refused.map(response => response.status)).toEqual([
      403, 403, 403, 403,
    ]);
    expect(forge.world.forge.pullRequest(number).reviews).toEqual([]);
  });

  it('approve and merge in the name of a person, and say what stands against it', async () => {
    const early = await press({ as: 'petra', verb: 'merge' });
    expect(early.status).toBe(409);
    expect(await early.text()).toContain(
      'At least 1 approving review is required',
    );
    expect((await press({ as: 'petra', verb: 'explode' })).status).toBe(409);
    expect((await press({ as: 'nobody', verb: 'approve' })).status).toBe(409);

    for (const verb of [
      'request-changes',
      'close',
      'reopen',
      'approve',
      'merge',
    ]) {
      const done = await press({ as: 'petra', verb });
      expect({ verb, status: done.status }).toEqual({ verb, status: 303 });
    }
    const merged = forge.world.forge.pullRequest(number);
    expect(merged).toMatchObject({
      state: 'merged',
      merge: { by: 'petra', oid: await forge.head() },
    });
    expect((await get(`/pull/${number}`)).text).toMatch(
      /Merged by\s+<strong>petra<\/strong>/,
    );
  });
});
