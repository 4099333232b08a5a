#pragma once

#include "ui/theme/Tone.h"
#include "ui/widgets/ProgressBar.h"

#include <QWidget>

class QBoxLayout;

namespace atelier::ui {

class ElidedLabel;
class IconTile;
class TextLabel;
class WrapLabel;

/// One thing in the notification centre: what, when, how far, and what can be done with it.
class NoticeRow : public QWidget
{
    Q_OBJECT

public:
    struct Contents
    {
        QString icon;
        Tone tone = Tone::Neutral;
        QString title;
        QString time; ///< "6 min ago"
        QString text;
        std::optional<Progress> progress = {};
        bool isUnread = false;
    };
    struct Act
    {
        QString text; ///< a verb
        std::function<void()> act;
    };
    NoticeRow(const Contents &contents, const std::vector<Act> &acts, QWidget *parent = nullptr);

    void show(const Contents &contents);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QBoxLayout *makeFoot(const std::vector<Act> &acts, const QString &title);

    IconTile *m_tile;
    ElidedLabel *m_title;
    TextLabel *m_time;
    WrapLabel *m_text;
    ProgressBar *m_progress;
    bool m_isUnread = false;
};

} // namespace atelier::ui
