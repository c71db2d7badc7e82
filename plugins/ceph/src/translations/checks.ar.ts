/** Arabic words for the most usual health checks; the others are told in English. */
export default {
  'checks.OSD_DOWN.title': 'خدمة قرص (OSD) متوقفة',
  'checks.OSD_DOWN.meaning':
    'الخدمة التي تدير قرصًا لا تعمل أو لا يمكن بلوغها. تنقص نسخها حتى تعود.',
  'checks.OSD_DOWN.nextStep':
    'انظر إلى حاوية الخدمة وجهازها وقرصها. أبقِ كل الأجهزة الأخرى تعمل حتى تعود.',
  'checks.OSD_SUBTREE_DOWN.title': 'كل أقراص OSD في مكان متوقفة',
  'checks.OSD_SUBTREE_DOWN.meaning':
    'كل أقراص جهاز أو خزانة أو منطقة متوقفة: غالبًا الجهاز نفسه أو شبكته أو كهرباؤه.',
  'checks.OSD_SUBTREE_DOWN.nextStep':
    'أعد المكان إلى العمل. أبقِ كل الأجهزة الأخرى ذات الأقراص تعمل حتى ذلك الحين.',
  'checks.OSD_NEARFULL.title': 'قرص يكاد يمتلئ',
  'checks.OSD_NEARFULL.meaning':
    'تجاوز قرص الحد الذي يحذّر عنده Ceph. كل شيء ما زال يعمل.',
  'checks.OSD_NEARFULL.nextStep':
    'خطّط لأقراص أخرى أو احذف بيانات. انظر أي المجمّعات والتطبيقات ينمو.',
  'checks.OSD_BACKFILLFULL.title': 'قرص أملأ من أن يأخذ نسخًا',
  'checks.OSD_BACKFILLFULL.meaning':
    'امتلأ قرص حتى إن Ceph لا ينقل إليه نسخًا، وقد لا يتم الإصلاح.',
  'checks.OSD_BACKFILLFULL.nextStep':
    'احذف بيانات أو أضف أقراصًا قبل أن يتعطل قرص.',
  'checks.OSD_FULL.title': 'قرص ممتلئ: لا يمكن كتابة شيء',
  'checks.OSD_FULL.meaning':
    'بلغ قرص حد الامتلاء، فيوقف Ceph كل كتابة في المجمّعات التي عليه.',
  'checks.OSD_FULL.nextStep':
    'احذف بيانات أو أضف أقراصًا. يمكن رفع الحد قليلًا لمدة قصيرة بالأمر «ceph osd set-full-ratio» كي يمكن الحذف.',
  'checks.OSDMAP_FLAGS.title': 'مفتاح للعنقود كله مفعّل',
  'checks.OSDMAP_FLAGS.meaning':
    'طلب أحدهم من Ceph ألا يفعل شيئًا يفعله عادة، كإنشاء النسخ الناقصة (noout).',
  'checks.OSDMAP_FLAGS.nextStep':
    'حين تنتهي الصيانة أزله بالأمر «ceph osd unset <flag>».',
  'checks.OSD_FLAGS.title': 'مفتاح لبعض الأقراص مفعّل',
  'checks.OSD_FLAGS.meaning':
    'طُلب من Ceph ألا يفعل شيئًا يفعله عادة لبعض الأقراص أو الأجهزة؛ يفعل Rook ذلك حين يخلي جهازًا.',
  'checks.OSD_FLAGS.nextStep':
    'حين تنتهي الصيانة أزله بالأمر «ceph osd unset-group <flag> <who>».',
  'checks.OSD_SCRUB_ERRORS.title': 'نسخ لا تتطابق',
  'checks.OSD_SCRUB_ERRORS.meaning':
    'قارن Ceph النسخ ووجد منها ما يختلف أو لا يُقرأ.',
  'checks.OSD_SCRUB_ERRORS.nextStep':
    'اعثر على مجموعات التوزيع بالأمر «ceph health detail» وافحص الأقراص ثم أصلح بالأمر «ceph pg repair».',
  'checks.SLOW_OPS.title': 'طلبات تنتظر طويلًا',
  'checks.SLOW_OPS.meaning':
    'تستغرق القراءة أو الكتابة أكثر من نصف دقيقة على قرص أو مراقِب: تحس بها التطبيقات.',
  'checks.SLOW_OPS.nextStep':
    'انظر إلى الأقراص والشبكة وحمل الخدمات المذكورة، وأعد تشغيل ما علق منها.',
  'checks.PG_AVAILABILITY.title': 'لا يمكن قراءة بعض البيانات أو كتابتها',
  'checks.PG_AVAILABILITY.meaning':
    'لأجزاء من البيانات (مجموعات التوزيع) نسخ متاحة أقل مما يلزم، أو هي قيد الترتيب؛ التطبيقات التي تحتاجها تنتظر.',
  'checks.PG_AVAILABILITY.nextStep':
    'أعد الأقراص المتوقفة. إن دام الأمر فانظر إلى «ceph health detail» و«ceph pg <id> query».',
  'checks.PG_DEGRADED.title': 'لبعض البيانات نسخ أقل من المطلوب',
  'checks.PG_DEGRADED.meaning':
    'يمكن قراءة كل البيانات وكتابتها، لكن أجزاء منها تنقصها نسخة؛ عطل آخر قد يوقفها أو يضيعها.',
  'checks.PG_DEGRADED.nextStep':
    'أعد الأقراص المتوقفة، أو دع Ceph يتم الإصلاح. لا توقف أي جهاز حتى ذلك الحين.',
  'checks.PG_DAMAGED.title': 'ربما تلفت بعض البيانات',
  'checks.PG_DAMAGED.meaning': 'نسخ بعض البيانات لا تتطابق، أو فشل إصلاح.',
  'checks.PG_DAMAGED.nextStep':
    'اعثر على مجموعات التوزيع بالأمر «ceph health detail» وافحص الأقراص تحتها ثم «ceph pg repair».',
  'checks.PG_RECOVERY_FULL.title': 'توقف الإصلاح: الأقراص ممتلئة',
  'checks.PG_RECOVERY_FULL.meaning':
    'لا يمكن إنشاء النسخ الناقصة لأن قرصًا ممتلئ.',
  'checks.PG_RECOVERY_FULL.nextStep': 'احذف بيانات أو أضف أقراصًا.',
  'checks.PG_BACKFILL_FULL.title': 'توقف النقل: الأقراص أملأ من ذلك',
  'checks.PG_BACKFILL_FULL.meaning':
    'لا يمكن نقل نسخ لأن في قرص مساحة أقل مما يلزم.',
  'checks.PG_BACKFILL_FULL.nextStep': 'احذف بيانات أو أضف أقراصًا.',
  'checks.PG_NOT_SCRUBBED.title': 'نسخ لم تُقارن مؤخرًا',
  'checks.PG_NOT_SCRUBBED.meaning':
    'لم يجد Ceph الوقت لمقارنة بعض النسخ بالوتيرة اللازمة.',
  'checks.PG_NOT_SCRUBBED.nextStep':
    'ابحث عن مفاتيح noscrub أو حمل أو أقراص بطيئة؛ امنح الفحص وقتًا أطول.',
  'checks.PG_NOT_DEEP_SCRUBBED.title': 'بيانات لم تُقرأ كلها مؤخرًا',
  'checks.PG_NOT_DEEP_SCRUBBED.meaning':
    'لم يجد Ceph الوقت لقراءة بعض البيانات كلها ومقارنتها؛ يُكتشف التلف الخفي متأخرًا.',
  'checks.PG_NOT_DEEP_SCRUBBED.nextStep':
    'ابحث عن مفاتيح nodeep-scrub أو حمل أو أقراص بطيئة؛ امنح الفحص وقتًا أطول.',
  'checks.OBJECT_UNFOUND.title': 'بعض البيانات لا يُعثر عليها',
  'checks.OBJECT_UNFOUND.meaning':
    'أحدث نسخة من بعض الكائنات ليست على أي قرص يعمل. التطبيقات التي تحتاجها تنتظر.',
  'checks.OBJECT_UNFOUND.nextStep':
    'أعد كل قرص متوقف، وأولها ما تعطل أخيرًا. لا تعلن شيئًا مفقودًا قبل ذلك.',
  'checks.OBJECT_MISPLACED.title': 'بيانات في غير مكانها الدائم',
  'checks.OBJECT_MISPLACED.meaning':
    'كل النسخ موجودة، وينقل Ceph بعضها إلى أقراص أخرى.',
  'checks.OBJECT_MISPLACED.nextStep':
    'انتظر، وانظر إلى المساحة الخالية إن لم يقلّ عددها.',
  'checks.POOL_FULL.title': 'مجمّع ممتلئ: لا يمكن كتابة شيء',
  'checks.POOL_FULL.meaning':
    'بلغ مجمّع حصته أو امتلأت الأقراص تحته؛ تفشل التطبيقات التي تكتب فيه.',
  'checks.POOL_FULL.nextStep':
    'احذف بيانات أو ارفع حصة المجمّع أو أضف أقراصًا.',
  'checks.POOL_NEARFULL.title': 'مجمّع يكاد يمتلئ',
  'checks.POOL_NEARFULL.meaning':
    'الأقراص تحت مجمّع تكاد تمتلئ. كل شيء ما زال يعمل.',
  'checks.POOL_NEARFULL.nextStep': 'خطّط لأقراص أخرى أو احذف بيانات.',
  'checks.POOL_BACKFILLFULL.title': 'مجمّع أملأ من أن يُصلح',
  'checks.POOL_BACKFILLFULL.meaning':
    'في الأقراص تحت مجمّع مساحة أقل من أن تأخذ نسخًا.',
  'checks.POOL_BACKFILLFULL.nextStep':
    'احذف بيانات أو أضف أقراصًا قبل أن يتعطل قرص.',
  'checks.POOL_NO_REDUNDANCY.title': 'مجمّع يحفظ نسخة واحدة فقط',
  'checks.POOL_NO_REDUNDANCY.meaning': 'ما فيه يضيع حين يتعطل قرصه.',
  'checks.POOL_NO_REDUNDANCY.nextStep':
    'اجعل نسخ المجمّع اثنتين على الأقل، والأفضل ثلاثًا.',
  'checks.POOL_APP_NOT_ENABLED.title': 'مجمّع لا يقول لأي شيء هو',
  'checks.POOL_APP_NOT_ENABLED.meaning':
    'لم يقل أحد لـCeph أي نوع من التطبيقات يستعمل المجمّع.',
  'checks.POOL_APP_NOT_ENABLED.nextStep':
    'نفّذ «ceph osd pool application enable <pool> <app>».',
  'checks.TOO_FEW_OSDS.title': 'أقراص OSD أقل من النسخ',
  'checks.TOO_FEW_OSDS.meaning': 'لا يمكن توزيع النسخ كما ينبغي.',
  'checks.TOO_FEW_OSDS.nextStep': 'أضف أقراصًا.',
  'checks.MON_DOWN.title': 'مراقِب متوقف',
  'checks.MON_DOWN.meaning':
    'تتفق المراقِبات على حال التخزين، ويجب أن تعمل أكثريتها. ينقص واحد الآن، فلا يُحتمل تعطل مثله كثيرًا.',
  'checks.MON_DOWN.nextStep':
    'شغّله قريبًا: انظر إلى حاويته وجهازه. لا توقف جهازًا آخر عليه مراقِب حتى ذلك الحين.',
  'checks.MON_CLOCK_SKEW.title': 'ساعات المراقِبات تختلف',
  'checks.MON_CLOCK_SKEW.meaning':
    'الأجهزة التي عليها مراقِبات ليست على وقت واحد، وقد يكلفها ذلك اتفاقها.',
  'checks.MON_CLOCK_SKEW.nextStep': 'تحقق من مزامنة الوقت في الأجهزة المذكورة.',
  'checks.MON_DISK_LOW.title': 'قرص مراقِب تقلّ مساحته',
  'checks.MON_DISK_LOW.meaning':
    'أقل من ثلث القرص الذي يحمل بيانات مراقِب خالٍ.',
  'checks.MON_DISK_LOW.nextStep':
    'أخلِ مساحة على ذلك القرص، وغالبًا في «/var»، وانظر ما يملؤه غير ذلك.',
  'checks.MGR_DOWN.title': 'لا مدير يعمل',
  'checks.MGR_DOWN.meaning':
    'يمكن قراءة البيانات وكتابتها، لكن الامتلاء ومجموعات التوزيع والسرعات لم تعد تُحسب: هذه الأرقام قديمة.',
  'checks.MGR_DOWN.nextStep': 'شغّل المدير من جديد: انظر إلى حاوياته وأجهزتها.',
  'checks.MGR_MODULE_DEPENDENCY.title': 'جزء من المدير ينقصه شيء',
  'checks.MGR_MODULE_DEPENDENCY.meaning':
    'لا تستطيع وحدة من المدير أن تبدأ لأن ما تحتاجه مفقود؛ ما تقدمه غير متاح.',
  'checks.MGR_MODULE_DEPENDENCY.nextStep':
    'اقرأ الرسالة، واستعمل صورة Ceph الرسمية، أو عطّل الوحدة.',
  'checks.RECENT_CRASH.title': 'انهارت خدمة مؤخرًا',
  'checks.RECENT_CRASH.meaning': 'انهارت خدمة من Ceph في الأسبوعين الأخيرين.',
  'checks.RECENT_CRASH.nextStep':
    'انظر إليها بالأمرين «ceph crash ls» و«ceph crash info»، ثم احفظها جانبًا بالأمر «ceph crash archive».',
  'checks.MDS_ALL_DOWN.title': 'نظام ملفات خارج الخدمة',
  'checks.MDS_ALL_DOWN.meaning':
    'لا يعمل أي خادم بيانات وصفية لنظام ملفات: لا يمكن قراءة شيء فيه أو كتابته.',
  'checks.MDS_ALL_DOWN.nextStep':
    'شغّل خوادم بياناته الوصفية: انظر إلى حاوياتها.',
  'checks.MDS_INSUFFICIENT_STANDBY.title': 'لا خادم بيانات وصفية في الاحتياط',
  'checks.MDS_INSUFFICIENT_STANDBY.meaning':
    'إن تعطل النشط توقف نظام الملفات مدة.',
  'checks.MDS_INSUFFICIENT_STANDBY.nextStep':
    'اضبط activeStandby في CephFilesystem أو أضف جهازًا.',
  'checks.FS_DEGRADED.title': 'نظام ملفات غير مكتمل',
  'checks.FS_DEGRADED.meaning':
    'خادم بيانات وصفية لنظام ملفات معطل أو تالف أو ما زال يبدأ؛ قد تنتظر التطبيقات التي تستعمله.',
  'checks.FS_DEGRADED.nextStep': 'انظر إلى حاويات خوادم بياناته الوصفية.',
  'checks.DEVICE_HEALTH.title': 'يُتوقع تعطل قرص',
  'checks.DEVICE_HEALTH.meaning':
    'بحسب قياساته الذاتية سيتعطل قرص قريبًا على الأرجح.',
  'checks.DEVICE_HEALTH.nextStep':
    'أخرجه بالأمر «ceph osd out»، وانتظر حتى تصير كل النسخ في مكان آخر، ثم استبدل القرص.',
  'checks.quorum-lost.title': 'لا أكثرية للمراقِبات، أو لا يمكن بلوغها',
  'checks.quorum-lost.meaning':
    'من دون أكثرية من المراقِبات يتوقف Ceph كله قريبًا: لا تستطيع التطبيقات القراءة ولا الكتابة. ما زال يعرضه المدير قديم.',
  'checks.quorum-lost.nextStep':
    'أعد المراقِبات: انظر إلى حاوياتها وأجهزتها. لا تغيّر شيئًا آخر في هذه الأثناء.',
  'checks.pgs-inactive.title': 'لا يمكن الآن قراءة بعض البيانات أو كتابتها',
  'checks.pgs-inactive.meaning':
    'مجموعات توزيع غير نشطة، وإن سمّى Ceph ذلك تحذيرًا فحسب. التطبيقات التي بياناتها هناك تنتظر.',
  'checks.pgs-inactive.nextStep':
    'أعد الأقراص المتوقفة وأبقِ غيرها يعمل. إن لم يكن منها متوقف فانتظر دقيقة ثم انظر إلى «ceph health detail».',
  'checks.objects-unfound.title': 'بعض البيانات لا يُعثر عليها',
  'checks.objects-unfound.meaning':
    'أحدث نسخة من بعض الكائنات ليست على أي قرص يعمل.',
  'checks.objects-unfound.nextStep':
    'أعد كل قرص متوقف. لا تعلن شيئًا مفقودًا قبل ذلك.',
  'checks.operator-silent.title': 'مشغّل Rook صامت',
  'checks.operator-silent.meaning':
    'لم يسأل أحد Ceph منذ مدة، فلا يُعرف كيف حاله الآن. المعروض هو آخر ما عُرف.',
  'checks.operator-silent.nextStep': 'انظر إلى النشر rook-ceph-operator وسجله.',
  'checks.operator-slow.title': 'مشغّل Rook متأخر',
  'checks.operator-slow.meaning': 'يسأل Ceph أقل مما ينبغي.',
  'checks.operator-slow.nextStep':
    'انظر إلى النشر rook-ceph-operator إن استمر ذلك.',
  'checks.operator-not-ready.title': 'مشغّل Rook لا يعمل',
  'checks.operator-not-ready.meaning':
    'يستمر التخزين في العمل، لكن لا أحد يرعاه، ولن يُعرف حاله بعد قليل.',
  'checks.operator-not-ready.nextStep':
    'شغّل النشر rook-ceph-operator من جديد.',
  'checks.never-checked.title': 'لم يُفحص Ceph قط',
  'checks.never-checked.meaning': 'لم يسأل Rook هذا العنقود بعد.',
  'checks.never-checked.nextStep': 'انظر إلى شروط CephCluster وسجل مشغّل Rook.',
  'checks.monitoring-disabled.title': 'لا يراقب Rook عنقود Ceph',
  'checks.monitoring-disabled.meaning':
    'يقول CephCluster إن على Rook ألا يسأل كيف حال Ceph (healthCheck.daemonHealth.status.disabled).',
  'checks.monitoring-disabled.nextStep':
    'فعّل المراقبة، أو اضبط واجهة المدير للبوابة.',
  'checks.clock-differs.title': 'الساعات تختلف',
  'checks.clock-differs.meaning':
    'آخر نظرة لـRook على Ceph تقع في المستقبل، فلا يمكن قول عمرها.',
  'checks.clock-differs.nextStep':
    'تحقق من وقت أجهزة العنقود ووقت جهاز البوابة.',
  'checks.rook-unreadable.title': 'لا يمكن قراءة موارد Rook',
  'checks.rook-unreadable.meaning':
    'لا يُعرف كيف حال Ceph الآن. المعروض هو آخر ما عُرف.',
  'checks.rook-unreadable.nextStep': 'انظر المشكلة المذكورة عند المصدر.',
  'checks.rook-failed.title': 'لم يستطع Rook أداء عمله',
  'checks.rook-failed.meaning': 'يخبر Rook بأنه فشل في إيصال Ceph إلى المعلن.',
  'checks.rook-failed.nextStep': 'اقرأ الرسالة وسجل مشغّل Rook.',
  'checks.manager-stale.title': 'فقد المدير المراقِبات',
  'checks.manager-stale.meaning':
    'يجيب مدير Ceph بما كان يعرفه من قبل، وكان سيبدو حسنًا. لا يُعرض على أنه حالي.',
  'checks.manager-stale.nextStep': 'انظر إلى المراقِبات وأكثريتها.',
  'checks.manager-unreachable.title': 'لا يمكن سؤال المدير',
  'checks.manager-unreachable.meaning':
    'لا تُعرف مجموعات التوزيع والأقراص والمجمّعات كما هي الآن. قد يكون Ceph نفسه بخير.',
  'checks.manager-unreachable.nextStep': 'انظر المشكلة المذكورة عند المصدر.',
  'checks.manager-switching.title': 'مدير آخر يتولى الأمر',
  'checks.manager-switching.meaning':
    'لدقيقة أو دقيقتين تبقى الأرقام كما كانت.',
  'checks.manager-switching.nextStep': 'انتظر قليلًا.',
  'checks.manager-refuses.title': 'لا يُدخل المدير البوابة',
  'checks.manager-refuses.meaning':
    'تسجيل الدخول أو الحقوق لا تكفي، فلا تُعرف الأقراص والمجمّعات ومجموعات التوزيع.',
  'checks.manager-refuses.nextStep': 'انظر المشكلة المذكورة عند المصدر.',
  'checks.manager-foreign.title': 'المدير لعنقود Ceph آخر',
  'checks.manager-foreign.meaning':
    'يقود العنوان المضبوط إلى تخزين غير تخزين Rook؛ لا يُعرض منه شيء.',
  'checks.manager-foreign.nextStep':
    'صحّح ceph.manager.url في إعدادات البوابة.',
  'checks.sources-disagree.title': 'لا يقول Rook والمدير الشيء نفسه',
  'checks.sources-disagree.meaning':
    'يختلفان منذ مدة أطول مما تفسره فتراتهما. يُعرض الأسوأ منهما.',
  'checks.sources-disagree.nextStep':
    'قارن بالأمر «ceph status»، وانظر إلى مشغّل Rook والمدير.',
  'checks.pool-needs-all-copies.title': 'مجمّع يتوقف عند أول عطل',
  'checks.pool-needs-all-copies.meaning':
    'يحتاج مجمّع إلى كل نسخه كي يُقرأ ويُكتب: توقف جهاز واحد يوقفه.',
  'checks.pool-needs-all-copies.nextStep': 'أعط المجمّع نسخة أكثر من min_size.',
  'checks.pool-copies-together.title': 'قد يحفظ مجمّع كل نسخه على جهاز واحد',
  'checks.pool-copies-together.meaning':
    'النسخ موزعة على أقراص لا على أجهزة، فقد يحمل جهاز واحد عدة منها.',
  'checks.pool-copies-together.nextStep':
    'أعط المجمّع قاعدة CRUSH بنطاق العطل host.',
  'checks.other-check.title': 'يخبر Ceph بشيء لا كلمات له في البوابة',
  'checks.other-check.meaning':
    'لا يُعرف هنا ما يعنيه للبيانات؛ نص Ceph نفسه يقول أكثر.',
  'checks.other-check.nextStep':
    'ابحث عن الرمز في توثيق Ceph تحت «Health checks»، وانظر إلى «ceph health detail».',
};
