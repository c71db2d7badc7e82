import { Fragment } from 'react';

/** A path or address that breaks behind its slashes where it does not fit. */
export function BreakablePath({ path }: { path: string }) {
  return (
    <bdi dir="ltr">
      {path.split('/').map((part, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              /<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
