#pragma once

#include "core/base/Result.h"
#include "ui/widgets/Toast.h"

#include <QObject>

#include <filesystem>
#include <functional>

namespace atelier::ui {

/// Saves copies of files where the user wants them, off the GUI thread, and tells with a toast what became of
/// each; one that takes long can be cancelled there. What is under way when this goes ends without a trace.
class CopySaving : public QObject
{
    Q_OBJECT

public:
    using Notify = std::function<Toast *(const ToastMessage &)>;

    /// Its dialog is one of the parent's.
    explicit CopySaving(Notify notify, QWidget *parent);

    void askWhere(const QString &file);
    void save(const QString &file, const QString &target);

private:
    void tell(const QString &file, const QString &target, const Result<void> &copied);
    [[nodiscard]] QString reason(const QString &target, const Error &error) const;

    QWidget *m_parent;
    Notify m_notify;
};

} // namespace atelier::ui
