import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from '../../translation';

export default createTranslationMessages({
  ref: appTranslationRef,
  full: true,
  messages: {
    'signIn.lead':
      'الخدمات والمسارات والأسرار وحسابات الدخول على هيئة تغييرات قابلة للمراجعة في Git.',
    'signIn.button': 'تسجيل الدخول باستخدام {{provider}}',
    'signIn.provider': 'حساب المؤسسة',
    'signIn.pending': 'في انتظار نافذة تسجيل الدخول…',
    'signIn.failed': 'تعذّر تسجيل الدخول: {{reason}}',
    'signIn.popupBlocked':
      'أُغلقت نافذة تسجيل الدخول أو حُجبت. اسمح بالنوافذ المنبثقة لهذا الموقع ثم أعد المحاولة.',
    'nav.label': 'الرئيسية',
    'nav.skip': 'الانتقال إلى المحتوى',
    'nav.catalog': 'الفهرس',
    'nav.create': 'إنشاء',
    'nav.changeRequests': 'طلبات التغيير',
    'nav.platforms': 'المنصات',
    'nav.nodes': 'العُقد',
    'nav.storage': 'التخزين',
    'nav.notifications': 'الإشعارات',
    'nav.search': 'بحث',
    'nav.settings': 'الإعدادات',
    'nav.menu': 'القائمة',
    'nav.closeMenu': 'إغلاق القائمة',
  },
});
