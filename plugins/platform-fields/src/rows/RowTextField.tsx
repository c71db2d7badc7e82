import { TextField } from '@backstage/ui';

/** One text of a row; says what is wrong once something is typed. */
export function RowTextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
  /** Say what is wrong with an empty text as well. */
  showsEmpty: boolean;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
}) {
  const { problem, showsEmpty, ...fieldProps } = props;
  const shown = showsEmpty || props.value !== '' ? problem : undefined;
  return (
    <TextField
      {...fieldProps}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      validate={() => shown ?? null}
    />
  );
}
