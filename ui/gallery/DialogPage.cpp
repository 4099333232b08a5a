#include "ui/gallery/GalleryPages.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/LabeledField.h"
#include "ui/widgets/WrapLabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

void openDialog(QWidget &page)
{
    auto *dialog = new Dialog(page, u"Delete random-forest-400?"_s);
    dialog->body()->addWidget(new WrapLabel(u"Its outputs, logs and metrics are deleted from this machine. 2 "
                                            u"jobs were compared with it and keep their own "
                                            "records."_s,
        TextStyle::Body, &Colors::text2));
    dialog->body()->addWidget(new LabeledField(u"Type its name"_s, new QLineEdit));
    auto *cancel = new Button(u"Cancel"_s, ButtonKind::Default);
    auto *destroy = new Button(u"Delete job"_s, ButtonKind::Danger, u"delete");
    dialog->addButton(cancel);
    dialog->addButton(destroy);
    dialog->setFirstFocus(cancel);
    QObject::connect(cancel, &Button::clicked, dialog, &Dialog::reject);
    QObject::connect(destroy, &Button::clicked, dialog, &Dialog::accept);
    dialog->open();
}

// Opens its dialog as soon as it is seen.
class DialogPage : public QWidget
{
public:
    DialogPage()
    {
        auto *column = new QVBoxLayout(this);
        auto *open = new Button(u"Open it again"_s);
        column->addWidget(open);
        column->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        connect(open, &Button::clicked, this, [this] { openDialog(*this); });
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        QWidget::showEvent(event);
        if (findChild<Dialog *>() == nullptr)
            openDialog(*this);
    }
};

} // namespace

QWidget *makeDialogPage()
{
    return new DialogPage;
}

} // namespace atelier::ui::gallery
