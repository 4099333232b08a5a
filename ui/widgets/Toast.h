#pragma once

#include "ui/theme/Tone.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace atelier::ui {

class ProgressBar;

/// What a toast says. A failure stays until it is dismissed or settled; the rest goes by itself.
struct ToastMessage
{
    Tone tone = Tone::Info;
    QString title;
    QString text = {};
    QString action = {}; ///< a verb, such as "Undo"; empty for none
    std::optional<double> progress = {}; ///< 0 to 1; stays while it has one
    bool isLasting = false; ///< stays until it is dismissed
    QString matter = {}; ///< what it is about, such as "cancel wine_3": the next one about it takes its place
    QString cause = {}; ///< what was missing, such as the service: it goes when that is settled
};

/// A short message over the window, 372 px wide. It waits while the mouse is on it.
class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(const ToastMessage &message, QWidget *parent = nullptr);

    /// Whether it says something of this matter, or because of this cause.
    [[nodiscard]] bool isAbout(const QString &what) const { return m_matter == what || m_cause == what; }
    /// Of one whose message had a progress: 0 to 1.
    void setProgress(double share);

Q_SIGNALS:
    void actionChosen();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addHead(const ToastMessage &message);

    Tone m_tone;
    QString m_matter;
    QString m_cause;
    QWidget *m_firstLine = nullptr;
    ProgressBar *m_bar = nullptr;
    QTimer m_end;
};

} // namespace atelier::ui
