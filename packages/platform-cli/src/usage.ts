/** What `platform --help` prints. */
export const usage = `Usage: platform read <path of a clone> [options]

Prints what the GitOps engine would find in one commit of the repository.
Nothing is checked out, fetched, executed or decrypted.

Options:
  --commit REVISION  commit, branch or tag to read (default: HEAD)
  --profile FILE     how the repository is to be read, as under platforms/
  --root PATH        where the engine starts, as PATH or CLUSTER=PATH;
                     may be given several times
  --format FORMAT    json (default) or table
  --help             this text

Without a profile, engine and roots are found where that is unambiguous; what
was assumed is said on the error output and in "assumed".

Exit codes: 0 read; 1 read, and there are findings of severity error; 2 not read.
`;
