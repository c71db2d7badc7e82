import { UserIdentity } from '@backstage/core-components';
import { toError } from '@backstage/errors';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button, Card, CardBody, Flex, Text } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { PortalMark } from '../layout/PortalMark';
import { appTranslationRef } from '../../translation';
import { oidcAuthApiRef } from './oidcAuthApiRef';
import styles from './SignInPage.module.css';

type Attempt =
  | { state: 'restoring' }
  | { state: 'idle' }
  | { state: 'waiting' }
  | { state: 'failed'; reason: string; popup: boolean };

/** Restores a session where there is one; otherwise offers the one way in. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const authApi = useApi(oidcAuthApiRef);
  const title = useApi(configApiRef).getString('app.title');
  const [attempt, setAttempt] = useState<Attempt>({ state: 'restoring' });

  const enter = async (options: { optional?: true; instantPopup?: true }) => {
    try {
      const response = await authApi.getBackstageIdentity(options);
      if (!response) {
        setAttempt({ state: 'idle' });
        return;
      }
      onSignInSuccess(
        UserIdentity.create({
          identity: response.identity,
          profile: await authApi.getProfile({ optional: true }),
          authApi,
        }),
      );
    } catch (cause) {
      const error = toError(cause);
      setAttempt(
        options.optional
          ? { state: 'idle' }
          : {
              state: 'failed',
              reason: error.message,
              popup:
                error.name === 'RejectedError' || /popup/i.test(error.message),
            },
      );
    }
  };

  useEffect(() => {
    void enter({ optional: true });
    // Once: a session is restored at the first look only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  if (attempt.state === 'restoring') {
    return <div className={styles.page} aria-busy="true" />;
  }
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <CardBody>
          <Flex direction="column" gap="5" align="start">
            <PortalMark />
            <Text as="h1" variant="title-medium">
              {title}
            </Text>
            <Text as="p" variant="body-medium" color="secondary">
              {t('signIn.lead')}
            </Text>
            {attempt.state === 'failed' && (
              <Alert
                status="danger"
                title={
                  attempt.popup
                    ? t('signIn.popupBlocked')
                    : t('signIn.failed', { reason: attempt.reason })
                }
              />
            )}
            <Button
              variant="primary"
              isPending={attempt.state === 'waiting'}
              onPress={() => {
                setAttempt({ state: 'waiting' });
                void enter({ instantPopup: true });
              }}
            >
              {t('signIn.button', { provider: t('signIn.provider') })}
            </Button>
            <span role="status">
              {attempt.state === 'waiting' && (
                <Text variant="body-small">{t('signIn.pending')}</Text>
              )}
            </span>
          </Flex>
        </CardBody>
      </Card>
    </main>
  );
}
