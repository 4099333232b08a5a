#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/ToastArea.h"

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

Banner *makeFailure()
{
    auto *banner = new Banner(Tone::Danger,
        u"Step \u201cNeural network\u201d failed after 6 s and stopped the pipeline"_s,
        u"MLPClassifier cannot train on missing values, and the column worst texture has 14 of them. They "
        u"came in with "
        "breast_cancer_2026.csv; the older file had none."_s);
    banner->addAction(new Button(u"Run again"_s, ButtonKind::Primary, u"arrow_clockwise"));
    banner->addAction(new Button(u"Open log at line 112"_s, ButtonKind::Default, u"document_text"));
    return banner;
}

} // namespace

QWidget *makeMessagesPage()
{
    auto *page = new ScrollPage;
    page->column()->addWidget(makeFailure());
    page->column()->addWidget(
        new Banner(Tone::Warning, u"The service did not answer for 4 s"_s, u"What you see may be old."_s));
    page->column()->addWidget(new Banner(Tone::Info, u"This is a sample workspace"_s));
    page->column()->addWidget(new Banner(Tone::Success, u"The environment is ready"_s));
    page->column()->addStretch(1);
    auto *toasts = new ToastArea(*page, 8);
    toasts->show({Tone::Info, u"Uploading customers-2026q4"_s, u"1.8 of 2.6 GB \u00b7 41 s left"_s,
        u"Cancel"_s, 0.69});
    toasts->show({Tone::Danger, u"Job mlp-64-32 failed"_s,
        u"CUDA out of memory on node 3. Batch 256 needs 46.2 GB, the node has 40 GB."_s, u"Open log"_s});
    toasts->show({Tone::Success, u"Compute \u201ccpu-old\u201d deleted"_s, {}, u"Undo"_s});
    return page;
}

} // namespace atelier::ui::gallery
