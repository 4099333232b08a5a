#include "ui/jobs/CancelOffer.h"

#include <QCoreApplication>
#include <QTimer>

namespace atelier::ui {

namespace {

constexpr int longMs = 500; // before that a toast would only flicker

struct OfferWords
{
    Q_DECLARE_TR_FUNCTIONS(CancelOffer)
};

} // namespace

void offerCancel(const std::function<Toast *(const ToastMessage &)> &notify, QObject &work,
    const QString &title, const QString &target, std::function<void()> cancel)
{
    QTimer::singleShot(longMs, &work, [notify, &work, title, target, cancel = std::move(cancel)] {
        ToastMessage message{Tone::Info, title, target, OfferWords::tr("Cancel")};
        message.isLasting = true;
        Toast *toast = notify(message);
        QObject::connect(toast, &Toast::actionChosen, &work, cancel);
        QObject::connect(&work, &QObject::destroyed, toast, &Toast::dismissed);
    });
}

} // namespace atelier::ui
