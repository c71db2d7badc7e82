import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { useEffect } from 'react';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { readFormValues } from './readFormValues';
import { SwitchField } from './SwitchField';

/** Login by Keycloak; it needs a host for people to come back to. */
export const loginField = createFormField({
  name: 'LoginField',
  component: LoginField,
});

function LoginField(props: FieldProps<boolean>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const isPossible = readFormValues(props.formContext).exposed !== false;

  useEffect(() => {
    if (!isPossible && formData) {
      onChange(false);
    }
  }, [isPossible, formData, onChange]);

  return (
    <SwitchField
      fieldProps={props}
      label={t('login.label')}
      description={isPossible ? t('login.description') : t('login.needsHost')}
      isDisabled={!isPossible}
    />
  );
}
