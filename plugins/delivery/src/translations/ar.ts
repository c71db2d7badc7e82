import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { deliveryTranslationRef } from '../translation';

export default createTranslationMessages({
  ref: deliveryTranslationRef,
  full: true,
  messages: {
    'card.title': 'النشر',
    'card.open': 'افتح {{name}} في Argo CD',
    'card.unwatched.title': 'لا أحد يراقب هذا العنقود',
    'card.unwatched.description':
      'لم يُضبط له Argo CD ولا Flux، لذلك فإن ما يعمل فيه غير معروف. يمكن لفريق المنصة إضافة واحد إلى البوابة.',
    'card.failure.since': 'لم تتم القراءة منذ {{time}}',
    'card.failure.never': 'لم تتم أي قراءة بعد',
    'card.notRead': 'القراءة الأولى جارية.',
    'card.unlisted':
      'لا يعرف العنقود أي وحدة نشر باسم {{name}}. الوحدة التي دُمجت للتو تظهر خلال دقيقة.',
    'card.lastKnown': 'غير معروف، وكان {{state}}',
    'fact.cluster': 'العنقود',
    'fact.sync': 'المزامنة',
    'fact.health': 'الصحة',
    'fact.revision': 'المراجعة',
    'fact.syncedAt': 'آخر مزامنة',
    'fact.never': 'أبدًا',
    'fact.unknown': 'غير معروفة',
    'fact.observedAt': 'القراءة',
    'fact.message': 'رسالة المحرّك',
    'sync.synced': 'متزامن',
    'sync.out-of-sync': 'غير متزامن',
    'sync.unknown': 'غير معروف',
    'health.healthy': 'سليم',
    'health.progressing': 'قيد التقدم',
    'health.degraded': 'متدهور',
    'health.suspended': 'معلّق',
    'health.missing': 'مفقود',
    'health.unknown': 'غير معروف',
  },
});
