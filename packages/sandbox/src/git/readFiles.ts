import { runGit } from './runGit';

/** The contents of blobs, in the order asked for, by one `git cat-file --batch`. */
export async function readFiles(
  gitDir: string,
  oids: string[],
): Promise<Buffer[]> {
  if (oids.length === 0) {
    return [];
  }
  const output = await runGit(
    gitDir,
    ['cat-file', '--batch'],
    `${oids.join('\n')}\n`,
  );
  const contents: Buffer[] = [];
  let position = 0;
  while (position < output.length) {
    const endOfHeader = output.indexOf('\n', position);
    const header = output.toString('utf8', position, endOfHeader);
    const size = Number(header.split(' ')[2]);
    if (!Number.isInteger(size)) {
      throw new Error(`Git has no such object: ${header}`);
    }
    const start = endOfHeader + 1;
    contents.push(output.subarray(start, start + size));
    position = start + size + 1;
  }
  return contents;
}
