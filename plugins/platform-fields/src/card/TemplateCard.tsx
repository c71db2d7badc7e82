import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TemplateCardComponentProps } from '@backstage/plugin-scaffolder-react/alpha';
import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Text,
} from '@backstage/ui';
import { platformFieldsTranslationRef } from '../translation';
import styles from './TemplateCard.module.css';

/** A template to choose, in the look of the portal. */
export function TemplateCard(props: TemplateCardComponentProps) {
  const { template, onSelected } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { name, title = name, description } = template.metadata;
  const owners = getEntityRelations(template, RELATION_OWNED_BY).map(
    owner => owner.name,
  );
  return (
    <Card className={styles.root}>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {title}
        </Text>
      </CardHeader>
      <CardBody>{description && <Text as="p">{description}</Text>}</CardBody>
      <CardFooter className={styles.footer}>
        {owners.length > 0 && (
          <Text variant="body-small" color="secondary">
            {t('card.owner', { owner: owners.join(', ') })}
          </Text>
        )}
        <Button
          variant="primary"
          onPress={onSelected}
          aria-label={t('card.chooseTemplate', { template: title })}
        >
          {t('card.choose')}
        </Button>
      </CardFooter>
    </Card>
  );
}
