/** Arabic texts of storage's health, and of the frame around all of storage. */
export default {
  'storage.page.title': 'التخزين',
  'storage.page.ofCluster': 'تخزين {{cluster}}',
  'storage.place.label': 'العنقود',
  'storage.overview.empty.title': 'لا عناقيد بعد',
  'storage.overview.empty.description':
    'يظهر التخزين هنا حالما يمكن سؤال عنقود من منصة عنه. يوصله فريق المنصة تحت kubernetes: في إعدادات البوابة.',
  'storage.view.label': 'طرق العرض',
  'storage.view.health': 'الحالة',
  'storage.view.volumes': 'وحدات التخزين',
  'storage.view.chain': 'السلسلة',
  'storage.view.maintenance': 'الصيانة',
};
