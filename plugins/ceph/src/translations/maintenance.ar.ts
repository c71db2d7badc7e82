/** Arabic texts of maintenance; keys begin with `maintenance.`. */
export default {
  'maintenance.tab': 'الصيانة',
  'maintenance.title': 'هل يمكن إيقاف {{node}}؟',
  'maintenance.verdict.safe': 'آمن',
  'maintenance.verdict.safe-after-steps': 'آمن بعد خطوات',
  'maintenance.verdict.unsafe': 'غير آمن',
  'maintenance.verdict.unknown': 'غير معروف',
  'maintenance.sentence.safe': 'يمكن إيقاف هذا الجهاز.',
  'maintenance.sentence.safe-after-steps':
    'يمكن إيقاف هذا الجهاز بعد هذه الخطوات.',
  'maintenance.sentence.unsafe': 'يجب أن يبقى هذا الجهاز عاملًا الآن.',
  'maintenance.sentence.unknown': 'لا يمكن القول هل يجوز إيقاف هذا الجهاز.',
  'maintenance.input.etcd': 'مخزن etcd',
  'maintenance.input.osds': 'البيانات في Ceph',
  'maintenance.input.monitors': 'مراقبو Ceph',
  'maintenance.input.ceph-daemons': 'المدير وخوادم البيانات الوصفية في Ceph',
  'maintenance.input.recovery': 'الإصلاح في Ceph',
  'maintenance.input.disruption-budgets': 'حدود التعطيل المسموح',
  'maintenance.input.bare-pods': 'حجرات بلا متحكّم',
  'maintenance.input.local-volumes': 'وحدات تخزين على هذا الجهاز وحده',
  'maintenance.input.bound-pods': 'حجرات مرتبطة بهذا الجهاز',
  'maintenance.input.capacity': 'متّسع على الأجهزة الأخرى',
  'maintenance.input.other-maintenance': 'صيانة أخرى',
  'maintenance.reason.etcd-keeps-majority':
    'بدون هذا الجهاز يبقى {{healthy}} من {{voters}} من المصوّتين سليمين؛ والمطلوب {{needed}}.',
  'maintenance.reason.etcd-not-a-member': 'الجهاز عامل وليس عضوًا في etcd.',
  'maintenance.reason.etcd-leader':
    'هذا الجهاز يقود etcd. سلّم القيادة أولًا؛ فيبقى عندئذ {{healthy}} من {{voters}} من المصوّتين، والمطلوب {{needed}}.',
  'maintenance.reason.etcd-learner':
    'يستقبل etcd عضوًا جديدًا. انتظر حتى يصبح مصوّتًا.',
  'maintenance.reason.etcd-only-voter':
    'هو المصوّت الوحيد في etcd: بدونه تتوقف واجهة Kubernetes.',
  'maintenance.reason.etcd-two-voters':
    'في etcd مصوّتان ويحتاج كليهما: بدون أحدهما تتوقف واجهة Kubernetes.',
  'maintenance.reason.etcd-majority-lost':
    'بدون هذا الجهاز لا يبقى سليمًا إلا {{healthy}} من {{voters}} من المصوّتين، والمطلوب {{needed}}: ستتوقف واجهة Kubernetes.',
  'maintenance.reason.etcd-no-leader':
    'لا قائد في etcd: لا تقبل واجهة Kubernetes أي تغيير.',
  'maintenance.reason.etcd-alarm':
    'يطلق etcd إنذارًا. عالجه قبل أن يتوقف أي عضو.',
  'maintenance.reason.etcd-members-differ':
    'أعضاء etcd وأجهزة مستوى التحكم ليسوا أنفسهم، فلا يمكن الحكم على النصاب.',
  'maintenance.reason.ceph-none': 'لا يعمل Ceph على هذا العنقود.',
  'maintenance.reason.osds-none': 'لا يحمل الجهاز أي OSD.',
  'maintenance.reason.osds-keep-serving':
    'بدون وحدات OSD لديه ({{osds}}) تبقى كل البيانات قابلة للقراءة والكتابة. مجمّعات لا تبقى لها نسخة احتياطية في الأثناء: {{spareless}}.',
  'maintenance.reason.osds-need-noout':
    'بدون وحدات OSD لديه ({{osds}}) تبقى كل البيانات قابلة للقراءة والكتابة. اضبط له noout أولًا وإلا بدأ Ceph بنسخ البيانات إلى مكان آخر. مجمّعات لا تبقى لها نسخة احتياطية في الأثناء: {{spareless}}.',
  'maintenance.reason.osds-pool-too-small':
    'تفقد مجمّعات نسخة تحتاجها، فلا يمكن قراءتها ولا كتابتها ما دام الجهاز متوقفًا.',
  'maintenance.reason.osds-groups-would-stop':
    'لن يمكن قراءة بعض مجموعات التوزيع ({{groups}}) ولا كتابتها بدون وحدات OSD لديه.',
  'maintenance.reason.osds-already-down':
    'وحدات OSD في هذا الجهاز متوقفة أصلًا. أعدها، واترك كل جهاز آخر عاملًا حتى ذلك الحين.',
  'maintenance.reason.osds-placement-unknown':
    'توزّع مجمّعات نسخها على الأجهزة بطريقة لا يمكن تتبّعها؛ Ceph وحده يعرف.',
  'maintenance.reason.osds-differ':
    'لا يسمّي Kubernetes وCeph وحدات OSD نفسها لهذا الجهاز، فما يحمله غير مؤكد.',
  'maintenance.reason.osds-several-hosts':
    'يُحسب الجهاز عدة مضيفين في خريطة Ceph، فقد تكون عليه أكثر من نسخة.',
  'maintenance.reason.monitors-none': 'لا يشغّل الجهاز أي مراقب لـ Ceph.',
  'maintenance.reason.monitors-keep-majority':
    'بدون هذا الجهاز يبقى {{remaining}} من {{monitors}} من المراقبين؛ والمطلوب {{needed}}.',
  'maintenance.reason.monitors-majority-lost':
    'بدون هذا الجهاز يبقى {{remaining}} من {{monitors}} من المراقبين، والمطلوب {{needed}}: سيتوقف Ceph كله.',
  'maintenance.reason.monitors-place-unknown':
    'لا يُعرف على أي جهاز يعمل أحد المراقبين.',
  'maintenance.reason.daemons-none':
    'لا يشغّل الجهاز مديرًا ولا خادم بيانات وصفية لـ Ceph.',
  'maintenance.reason.daemons-remain':
    'يقف مدير آخر وخادم بيانات وصفية آخر على أهبة الاستعداد.',
  'maintenance.reason.daemons-move':
    'لا بديل جاهزًا لها. بعد إخلاء الجهاز انتظر حتى تعمل على جهاز آخر.',
  'maintenance.reason.daemons-failed':
    'فقد نظام ملفات خوادم بيانات وصفية أصلًا.',
  'maintenance.reason.daemons-no-manager':
    'لا مدير نشطًا لـ Ceph، فأرقامه ليست حديثة.',
  'maintenance.reason.recovery-irrelevant': 'لا يحمل الجهاز أي بيانات لـ Ceph.',
  'maintenance.reason.recovery-none': 'كل النسخ موجودة، ولا شيء قيد الإصلاح.',
  'maintenance.reason.recovery-warnings':
    'كل النسخ موجودة. لدى Ceph تحذيرات أخرى؛ انظر فيها أولًا.',
  'maintenance.reason.recovery-osds-down': 'وحدات OSD متوقفة على أجهزة أخرى.',
  'maintenance.reason.recovery-not-clean':
    'بعض مجموعات التوزيع ليست مكتملة ({{groups}}). انتظر حتى تعود كل النسخ في Ceph.',
  'maintenance.reason.budgets-none': 'لا حدّ تعطيل يشمل ما يعمل هنا.',
  'maintenance.reason.budgets-allow': 'تسمح بذلك حدود التعطيل لما يعمل هنا.',
  'maintenance.reason.budgets-one-by-one':
    'تسمح حدود التعطيل لهذه الحجرات بالذهاب واحدة بعد أخرى؛ وينتظر الإخلاء كلًّا منها.',
  'maintenance.reason.budgets-allow-none':
    'لا تسمح حدود التعطيل لأي حجرة بالذهاب: سيعلق الإخلاء.',
  'maintenance.reason.budgets-switch-over':
    'تعمل هنا النسخة الرئيسية من قواعد البيانات هذه. يسلّمها CloudNativePG إلى نسخة تابعة متى أُغلق الجهاز أمام الحجرات الجديدة؛ انتظر ذلك قبل الإخلاء.',
  'maintenance.reason.budgets-no-replica':
    'تعمل هنا النسخة الرئيسية من قواعد البيانات هذه، ولا يدعها CloudNativePG تذهب قبل أن تجهز كل نسخة أخرى على جهاز آخر. قاعدة البيانات ذات النسخة الواحدة تحتاج إلى نسخة ثانية أو إلى nodeMaintenanceWindow.',
  'maintenance.reason.budgets-overlap':
    'تشمل حجراتٍ أكثرُ من حدّ تعطيل واحد؛ ويرفض Kubernetes نقلها.',
  'maintenance.reason.budgets-not-counted':
    'لم يحسب Kubernetes حدود التعطيل هذه بعد.',
  'maintenance.reason.bare-pods-none': 'لكل حجرة هنا متحكّم يعيد تشغيلها.',
  'maintenance.reason.bare-pods-present':
    'الحجرات بلا متحكّم لا تعود من تلقاء نفسها. شغّلها في مكان آخر أولًا.',
  'maintenance.reason.local-volumes-none':
    'لا وحدة تخزين توجد على هذا الجهاز وحده.',
  'maintenance.reason.local-volumes-elsewhere':
    'لا وحدة تخزين توجد على هذا الجهاز وحده. البيانات المستخدمة من هنا على NFS تقع على خادم خارج العنقود ولا تُمسّ.',
  'maintenance.reason.local-volumes-unused':
    'توجد وحدات تخزين على هذا الجهاز وحده؛ لا شيء يستخدمها الآن.',
  'maintenance.reason.local-volumes-offline':
    'توجد وحدات تخزين على هذا الجهاز وحده. يتوقف ما يستخدمها ما دام الجهاز متوقفًا؛ أخبر أصحابها.',
  'maintenance.reason.local-folders-used':
    'تستخدم حجرات مجلدات من هذا الجهاز (hostPath). إن بدأت على جهاز آخر بقي ما حفظته فيها هنا؛ أخبر أصحابها.',
  'maintenance.reason.local-volumes-place-unknown':
    'لا يُعرف أين تقع بيانات وحدات التخزين هذه.',
  'maintenance.reason.replicas-elsewhere':
    'لدى Longhorn نسخة كاملة على جهاز آخر من كل وحدة تخزين لها نسخة هنا ({{volumes}}).',
  'maintenance.reason.replicas-missing':
    'لدى Longhorn نسخة كاملة من وحدات التخزين هذه على جهاز آخر، لكن أقل من المطلوب. انتظر حتى يعيد بناءها.',
  'maintenance.reason.replicas-last':
    'آخر نسخة كاملة من وحدات التخزين هذه تقع على هذا الجهاز: لا يمكن قراءتها أو الكتابة عليها من دونه.',
  'maintenance.reason.bound-pods-none':
    'كل ما ينتقل يمكنه العمل على جهاز آخر أيضًا.',
  'maintenance.reason.bound-pods-present':
    'لا تعمل حجرات إلا على هذا الجهاز، بسبب المعمارية أو المحدّد أو التقارب أو الوسم المانع. تتوقف ما دام الجهاز متوقفًا؛ أخبر أصحابها.',
  'maintenance.reason.bound-pods-rules-unknown':
    'لهذه الحجرات قواعد توزيع لا تقيّمها البوابة.',
  'maintenance.reason.capacity-nothing-moves':
    'لا شيء مما يعمل هنا يحتاج إلى الانتقال.',
  'maintenance.reason.capacity-enough':
    'يجد كل ما ينتقل مكانًا بحسب ما يطلبه. الحجرات: {{pods}}؛ الأجهزة التي تستقبلها: {{machines}}.',
  'maintenance.reason.capacity-short':
    'لا تجد هذه الحجرات مكانًا: بقي في الأجهزة الأخرى القليل من المعالج أو الذاكرة أو الحجرات، أو أن منافذ الجهاز التي تطلبها محجوزة هناك.',
  'maintenance.reason.other-none': 'كل الأجهزة الأخرى عاملة وتقبل الحجرات.',
  'maintenance.reason.other-machines':
    'أجهزة أخرى متوقفة أو تبدأ أو مغلقة أمام الحجرات أو قيد الإخلاء. واحد في كل مرة.',
  'maintenance.reason.other-drain': 'يُخلي Rook جزءًا من Ceph أصلًا.',
  'maintenance.reason.unread-not-configured': 'لا مصدر مضبوطًا يعرف ذلك.',
  'maintenance.reason.unread-not-allowed': 'لا يُسمح للبوابة بقراءته.',
  'maintenance.reason.unread-not-reachable': 'المصدر لا يجيب.',
  'maintenance.reason.unread-stale': 'المعروف أقدم من أن يُعتمد عليه.',
  'maintenance.reason.unread-not-reported': 'المصدر يجيب ولا يذكره.',
  'maintenance.reason.unread-too-early': 'الوقت مبكر للحكم.',
  'maintenance.step.check-osds': 'اسأل Ceph نفسه هل يمكن إيقاف وحدات OSD هذه.',
  'maintenance.step.check-etcd': 'انظر إلى etcd: كل عضو سليم، وقائد واحد.',
  'maintenance.step.tell-owners': 'أخبر أصحاب ما سيتوقف.',
  'maintenance.step.move-bare-pods':
    'شغّل الحجرات التي بلا متحكّم في مكان آخر.',
  'maintenance.step.wait-for-etcd':
    'انتظر حتى يصبح العضو الجديد في etcd مصوّتًا.',
  'maintenance.step.wait-for-replicas':
    'انتظر حتى يعيد Longhorn بناء النسخ المفقودة.',
  'maintenance.step.wait-for-rebuild':
    'انتظر حتى يعيد Longhorn بناء نسخ هذا الجهاز.',
  'maintenance.step.set-noout':
    'أخبر Ceph ألّا ينسخ بيانات هذا الجهاز إلى مكان آخر.',
  'maintenance.step.forfeit-leadership': 'سلّم قيادة etcd إلى جهاز آخر.',
  'maintenance.step.cordon': 'لا تدع حجرات جديدة تأتي إلى الجهاز.',
  'maintenance.step.wait-for-databases':
    'انتظر حتى لا تبقى على الجهاز نسخة رئيسية لأي قاعدة بيانات.',
  'maintenance.step.drain': 'انقل حجراته إلى أجهزة أخرى.',
  'maintenance.step.wait-for-daemons':
    'انتظر حتى تعمل خدمات Ceph على جهاز آخر.',
  'maintenance.step.shut-down': 'أوقف الجهاز وأنجز العمل.',
  'maintenance.step.upgrade':
    'أو بدل إيقافه: رقِّ Talos؛ فيبدأ من جديد. ومع الإقلاع الآمن يكون المثبّت metal-installer-secureboot.',
  'maintenance.step.wait-for-ready': 'انتظر حتى يعدّ Kubernetes الجهاز جاهزًا.',
  'maintenance.step.uncordon': 'دع الحجرات تأتي إلى الجهاز من جديد.',
  'maintenance.step.unset-noout': 'دع Ceph يصلح من تلقاء نفسه من جديد.',
  'maintenance.step.wait-for-clean': 'انتظر حتى تعود كل النسخ.',
  'maintenance.stopping.data-blocked': 'لا يمكن قراءة بياناته ولا كتابتها.',
  'maintenance.stopping.local-volume': 'وحدة تخزينه توجد على هذا الجهاز وحده.',
  'maintenance.stopping.bound-pod': 'لا يعمل إلا على هذا الجهاز.',
  'maintenance.stopping.bare-pod': 'لا متحكّم يعيد تشغيله.',
  'maintenance.stopping.no-capacity': 'لا متّسع له على جهاز آخر.',
  'maintenance.result.fine': 'سليم',
  'maintenance.result.step': 'يحتاج خطوة',
  'maintenance.result.blocks': 'يمنع ذلك',
  'maintenance.result.unknown': 'غير معروف',
  'maintenance.result.not-applicable': 'لا ينطبق',
  'maintenance.observed': 'الحال {{time}}',
  'maintenance.neverObserved': 'لم يُقرأ شيء بعد',
  'maintenance.because': 'السبب',
  'maintenance.nothingAgainst': 'لا شيء يمنع ذلك.',
  'maintenance.details': 'كل ما يُنظر فيه',
  'maintenance.column.input': 'ما يُنظر فيه',
  'maintenance.column.result': 'النتيجة',
  'maintenance.column.reason': 'السبب',
  'maintenance.column.sources': 'معروف من',
  'maintenance.subjects': 'يخص',
  'maintenance.more_zero': 'و{{number}} غيرها',
  'maintenance.more_one': 'و{{number}} غيرها',
  'maintenance.more_two': 'و{{number}} غيرها',
  'maintenance.more_few': 'و{{number}} غيرها',
  'maintenance.more_many': 'و{{number}} غيرها',
  'maintenance.more_other': 'و{{number}} غيرها',
  'maintenance.notNamed': 'لا شيء',
  'maintenance.steps.title': 'الخطوات بالترتيب',
  'maintenance.steps.looking': 'ما يمكن النظر إليه الآن',
  'maintenance.steps.nothingRuns':
    'لا تنفّذ البوابة شيئًا من هذا. انسخ الأوامر ونفّذها بنفسك واحدًا بعد آخر.',
  'maintenance.steps.lookingOnly':
    'هذه الأوامر للنظر فقط. تظهر خطوات الإيقاف حين يجوز إيقاف الجهاز.',
  'maintenance.steps.before': 'قبل',
  'maintenance.steps.during': 'أثناء التوقف',
  'maintenance.steps.after': 'بعد',
  'maintenance.steps.command': 'الأمر: {{step}}',
  'maintenance.steps.all': 'كل الأوامر',
  'maintenance.steps.none': 'لا شيء يلزم قبل ذلك.',
  'maintenance.dependents.title': 'ما يعتمد على {{node}}',
  'maintenance.dependents.lessRedundant': 'تطبيقات تقل عندئذ نسخ بياناتها',
  'maintenance.dependents.stopping': 'تطبيقات تتوقف عندئذ',
  'maintenance.dependents.moving': 'تطبيقات تنتقل عندئذ إلى جهاز آخر',
  'maintenance.dependents.localVolumes': 'وحدات تخزين توجد على هذا الجهاز وحده',
  'maintenance.dependents.none': 'لا شيء.',
  'maintenance.chain': 'من {{node}} إلى التطبيقات',
  'maintenance.notFound.title': 'لا جهاز بهذا الاسم',
  'maintenance.notFound.description':
    'لا يُعرف شيء عن جهاز اسمه {{node}} في العنقود {{cluster}}. ربما أُزيل، أو أن عنقوده غير مضبوط.',
  'maintenance.rolling.title': 'واحدًا بعد آخر',
  'maintenance.rolling.about':
    'ترتيب الترقية المتتابعة. يعود كل جهاز، وتعود لكل البيانات نسخها، قبل أن يتوقف التالي.',
  'maintenance.rolling.through_zero': 'لا أجهزة.',
  'maintenance.rolling.through_one':
    'يمكن إيقاف {{number}} جهاز وإعادته، بهذا الترتيب.',
  'maintenance.rolling.through_two':
    'يمكن إيقاف الجهازين واحدًا بعد آخر، بهذا الترتيب.',
  'maintenance.rolling.through_few':
    'يمكن إيقاف الأجهزة كلها وعددها {{number}} واحدًا بعد آخر، بهذا الترتيب.',
  'maintenance.rolling.through_many':
    'يمكن إيقاف الأجهزة كلها وعددها {{number}} واحدًا بعد آخر، بهذا الترتيب.',
  'maintenance.rolling.through_other':
    'يمكن إيقاف الأجهزة كلها وعددها {{number}} واحدًا بعد آخر، بهذا الترتيب.',
  'maintenance.rolling.stops': 'سيتوقف التتابع عند {{node}}',
  'maintenance.rolling.stopsFirst':
    'لا يمكن البدء: يجب أن يبقى أول جهاز، {{node}}، عاملًا',
  'maintenance.rolling.stopsHere': 'يقف هنا',
  'maintenance.rolling.notReached': 'لا يُبلَغ',
  'maintenance.rolling.order': 'الأجهزة بالترتيب',
  'maintenance.all': 'كل الأجهزة',
  'maintenance.machine': 'الجهاز',
  'maintenance.verdictColumn': 'هل يمكن إيقافه؟',
  'maintenance.empty.title': 'لا أجهزة معروفة هنا',
  'maintenance.empty.description':
    'تظهر الأحكام ما إن تمكن قراءة أجهزة هذا العنقود. يصله فريق المنصة تحت kubernetes: في إعدادات البوابة.',
  'maintenance.card.title': 'الصيانة',
  'maintenance.card.open': 'فتح الصيانة',
  'maintenance.card.openNode': 'ما يقرر ذلك، وما يعتمد عليه',
};
