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
  /** Takes the focus when it appears, as a row the user just added does. */
  takesFocus?: boolean;
}) {
  const { problem, showsEmpty, takesFocus, ...fieldProps } = props;
  const shown = showsEmpty || props.value !== '' ? problem : undefined;
  return (
    <TextField
      {...fieldProps}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- only after a press of the user
      autoFocus={takesFocus}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      validate={() => shown ?? null}
    />
  );
}
