/** Files of a repository by path. */
export type Files = ReadonlyMap<string, Buffer>;

export interface Mutation {
  /** For people, such as `swap k8s/a.yaml and k8s/b.yaml`. */
  name: string;
  files: Files;
  /** Every path that is not as it was. */
  changed: string[];
}

/** Numbers from 0 to 1, the same ones for the same seed. */
type Random = () => number;

const mutations = [
  'flip',
  'truncate',
  'swap lines',
  'double lines',
  'indent',
  'nest',
  'nest blocks',
  'alias bomb',
  'huge scalar',
  'too large',
  'noise',
  'empty',
  'delete',
  'swap files',
  'rename directory',
] as const;

/** A repository after one accident, the same one for the same seed. */
export function mutateFiles(files: Files, seed: number): Mutation {
  const random = createRandom(seed);
  const kind = mutations[seed % mutations.length];
  const paths = [...files.keys()].filter(path =>
    /\.(ya?ml|tf|json)$/.test(path),
  );
  const path = pick(paths, random);
  const bytes = files.get(path) ?? Buffer.alloc(0);
  const replaced = (name: string, content: Buffer): Mutation => ({
    name: `${name} in ${path}`,
    files: new Map([...files, [path, content]]),
    changed: [path],
  });
  switch (kind) {
    case 'flip': {
      const content = Buffer.from(bytes);
      for (let count = 0; count <= random() * 4; count++) {
        const at = Math.floor(random() * content.length);
        if (at < content.length) content[at] ^= 1 << Math.floor(random() * 8);
      }
      return replaced(kind, content);
    }
    case 'truncate':
      return replaced(kind, bytes.subarray(0, random() * bytes.length));
    case 'swap lines': {
      const lines = bytes.toString('latin1').split('\n');
      const [one, other] = [pick(lines, random), pick(lines, random)];
      const [a, b] = [lines.indexOf(one), lines.indexOf(other)];
      lines[a] = other;
      lines[b] = one;
      return replaced(kind, Buffer.from(lines.join('\n'), 'latin1'));
    }
    case 'double lines': {
      const lines = bytes.toString('latin1').split('\n');
      const at = Math.floor(random() * lines.length);
      lines.splice(at, 0, ...lines.slice(at, at + 1 + random() * 5));
      return replaced(kind, Buffer.from(lines.join('\n'), 'latin1'));
    }
    case 'indent': {
      const lines = bytes.toString('latin1').split('\n');
      const at = Math.floor(random() * lines.length);
      lines[at] = `${pick(['  ', '\t', ' '], random)}${lines[at]}`;
      return replaced(kind, Buffer.from(lines.join('\n'), 'latin1'));
    }
    case 'nest':
      return replaced(
        kind,
        Buffer.from(`a: ${'['.repeat(1 + random() * 50_000)}`),
      );
    case 'nest blocks':
      return replaced(kind, Buffer.from(nestedBlocks(1 + random() * 3000)));
    case 'alias bomb':
      return replaced(kind, Buffer.concat([bytes, Buffer.from(aliasBomb())]));
    case 'huge scalar':
      return replaced(
        kind,
        Buffer.concat([
          bytes,
          Buffer.from(`\nhuge: ${'x'.repeat(random() * 900_000)}\n`),
        ]),
      );
    case 'too large':
      return replaced(kind, Buffer.alloc(1024 * 1024 + 1, 'x'));
    case 'noise': {
      const content = Buffer.alloc(1 + random() * 4096);
      content.forEach((_, index) => {
        content[index] = Math.floor(random() * 256);
      });
      return replaced(kind, content);
    }
    case 'empty':
      return replaced(kind, Buffer.alloc(0));
    case 'delete': {
      const rest = new Map(files);
      rest.delete(path);
      return { name: `${kind} ${path}`, files: rest, changed: [path] };
    }
    case 'swap files': {
      const other = pick(paths, random);
      return {
        name: `${kind} ${path} and ${other}`,
        files: new Map([
          ...files,
          [path, files.get(other) ?? bytes],
          [other, bytes],
        ]),
        changed: [path, other],
      };
    }
    default: {
      const directory = path.split('/').slice(0, -1).join('/');
      const renamed = `${directory}-${seed}`;
      const moved = [...files.keys()].filter(file =>
        file.startsWith(`${directory}/`),
      );
      const target = (file: string) =>
        `${renamed}${file.slice(directory.length)}`;
      return {
        name: `${kind} ${directory}`,
        files: new Map(
          [...files].map(([file, content]) => [
            moved.includes(file) ? target(file) : file,
            content,
          ]),
        ),
        changed: [...moved, ...moved.map(target)],
      };
    }
  }
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)];
}

function nestedBlocks(depth: number): string {
  return Array.from(
    { length: depth },
    (_, index) => `${' '.repeat(index)}a:\n`,
  ).join('');
}

function aliasBomb(): string {
  const lines = Array.from(
    { length: 12 },
    (_, level) =>
      `bomb${level + 1}: &b${level + 1} [${Array(10).fill(`*b${level}`).join(', ')}]`,
  );
  return `\n---\nbomb0: &b0 [x]\n${lines.join('\n')}\n`;
}

/** Mulberry32. */
function createRandom(seed: number): Random {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
