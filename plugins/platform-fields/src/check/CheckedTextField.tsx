import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { FieldCheck } from '@internal/plugin-change-requests-common';
import { useId } from 'react';
import { platformFieldsTranslationRef } from '../translation';
import { CheckNotes } from './CheckNotes';
import styles from './CheckedTextField.module.css';
import { Suggestions } from './Suggestions';
import { toSentence } from './toSentence';
import { useFieldCheck } from './useFieldCheck';

export interface CheckedTextFieldProps {
  id?: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Without it, as while no platform is chosen, nothing is checked. */
  check?: FieldCheck;
  /** Offered until the server has answered. */
  suggestions?: readonly string[];
  /** Offer what begins with the value, also where the value is good. */
  completes?: boolean;
  /** What the form itself says after **Next**; shown below by the form. */
  formErrors?: readonly string[];
  /** Id of the element that shows `formErrors`. */
  formErrorsId?: string;
}

/** A text field that is checked, and completed, while one types. */
export function CheckedTextField(props: CheckedTextFieldProps) {
  const { label, value, onChange, check, formErrors = [] } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const notesId = useId();
  const state = useFieldCheck(check);

  const result = state.status === 'checked' ? state.result : undefined;
  const findings = value === '' ? [] : (result?.findings ?? []);
  const errors = findings
    .filter(finding => finding.severity === 'error')
    .map(toSentence)
    .filter(sentence => !formErrors.includes(sentence));
  const offered = result?.suggestions ?? props.suggestions ?? [];
  const isGood =
    value !== '' && findings.length === 0 && formErrors.length === 0;
  const suggestions = offered.filter(
    suggestion =>
      suggestion !== value &&
      (!isGood || (props.completes && suggestion.startsWith(value))),
  );

  return (
    <div className={styles.root}>
      <TextField
        id={props.id}
        label={label}
        description={props.description}
        secondaryLabel={props.isRequired ? t('field.required') : undefined}
        placeholder={props.placeholder}
        value={value}
        onChange={onChange}
        isRequired={props.isRequired}
        isDisabled={props.isDisabled}
        autoComplete="off"
        spellCheck="false"
        validationBehavior="aria"
        validate={() => (errors.length > 0 ? errors : null)}
        {...(formErrors.length > 0 ? { isInvalid: true } : {})}
        aria-describedby={
          formErrors.length > 0 && props.formErrorsId
            ? `${notesId} ${props.formErrorsId}`
            : notesId
        }
      />
      <CheckNotes
        id={notesId}
        state={state}
        notes={findings.filter(finding => finding.severity !== 'error')}
      />
      <Suggestions
        label={t('suggestions.label', { field: label })}
        suggestions={suggestions}
        onChoose={onChange}
      />
    </div>
  );
}
