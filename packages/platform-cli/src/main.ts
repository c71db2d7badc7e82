import { runCommand } from './runCommand';

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCommand(process.argv.slice(2), {
  write: text => process.stdout.write(text),
  tell: text => process.stderr.write(text),
  color: process.stdout.isTTY && !process.env.NO_COLOR,
  shown: process.stdout.isTTY,
}).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = 2;
    process.stderr.write(`The command failed: ${String(error)}\n`);
  },
);
