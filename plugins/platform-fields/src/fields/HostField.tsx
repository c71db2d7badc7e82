import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { useLanguage } from '@internal/portal-ui';
import { validateByCheck } from '../check/validateByCheck';
import { useChosenPlatform } from '../platforms/useChosenPlatform';
import { prefilled } from '../apps/prefilled';
import { platformFieldsTranslationRef } from '../translation';
import { CheckedFormField } from './CheckedFormField';
import type { FieldProps } from './FieldProps';
import { readFormValues } from './readFormValues';

/** Public host; `<app>.<domain>` is offered for every domain there is. */
export const hostField = createFormField({
  name: 'HostField',
  component: prefilled(HostField, app => app.routes[0]?.host),
  validation: validateByCheck('host'),
});

function HostField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const language = useLanguage();
  const { platform, name } = readFormValues(props.formContext);
  const domains = useChosenPlatform(platform)?.domains ?? [];
  return (
    <CheckedFormField
      fieldProps={props}
      field="host"
      label={t('host.label')}
      description={
        domains.length > 0
          ? t('host.description', {
              domains: new Intl.ListFormat(language, {
                type: 'disjunction',
              }).format(domains),
            })
          : t('host.descriptionWithoutDomains')
      }
      completes
      suggestions={name ? domains.map(domain => `${name}.${domain}`) : []}
    />
  );
}
