/** Arabic texts of the search page. */
export default {
  title: 'بحث',
  'field.label': 'البحث في الفهرس',
  'field.example': 'اسم أو مضيف أو صورة أو نطاق أسماء أو مفتاح سر',
  'start.title': 'ابحث عمّا يعمل على المنصات',
  'start.description':
    'بالاسم أو بالمضيف أو الصورة أو نطاق الأسماء أو مفتاح سر يستخدمه. لا يشمل البحث قيم الأسرار أبدًا.',
  'none.title': 'لا نتائج',
  'none.description': 'لا شيء في الفهرس اسمه «{{term}}» أو يستخدمه.',
  'unindexed.title': 'تجري قراءة الفهرس',
  'unindexed.description':
    'يمكن البحث في محتواه خلال أقل من دقيقة. تعيد هذه الصفحة المحاولة تلقائيًا.',
  results: 'النتائج',
  similar: 'كتابة مشابهة',
  count_one: 'عدد النتائج: {{count}}',
  count_other: 'عدد النتائج: {{count}}، الأفضل أولًا',
  'paging.label': 'الصفحات',
  'paging.previous': 'السابق',
  'paging.next': 'التالي',
  owner: 'المالك: {{owner}}',
  'fact.host': 'مضيف',
  'fact.namespace': 'نطاق أسماء',
  'fact.image': 'صورة',
  'fact.secretKey': 'مفتاح سر',
};
