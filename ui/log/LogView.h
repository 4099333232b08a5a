#pragma once

#include "ui/log/Errand.h"
#include "ui/log/LinePainter.h"
#include "ui/log/LogCopy.h"
#include "ui/log/LogDocument.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>
#include <vector>

namespace atelier::ui {

class LogRuler;

/// Shows a log file of any size: reads only the lines in view, follows its end, finds, marks and copies.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);
    ~LogView() override;

    void setFile(const QString &path);
    /// The file still grows: it is watched while it is visible, and followed until one scrolls up.
    void setLive(bool live);
    void setFollowing(bool following);
    void setWrapped(bool wrapped);

    /// An empty text ends the search. The first hit from the caret on comes into view.
    void find(const QString &text, LetterCase letterCase);
    void showNextHit();
    void showPreviousHit();
    void showFirstError();
    void showLine(std::uint64_t line);

    void copy();
    void selectAll();
    void saveCopy(const QString &path);

    [[nodiscard]] const LogDocument &document() const { return m_document; }
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] bool isWrapped() const { return m_wrapped; }
    [[nodiscard]] bool hasSelection() const { return m_anchor != m_caret; }
    [[nodiscard]] std::uint64_t topLine() const { return m_top.line; }
    [[nodiscard]] LogPlace caret() const { return m_caret; }
    /// What is shown of the line under the caret.
    [[nodiscard]] QString caretText() const;
    /// The number of the hit that was gone to, from 0.
    [[nodiscard]] std::optional<std::uint64_t> currentHit() const;

Q_SIGNALS:
    void documentChanged();
    void searchChanged();
    void followingChanged(bool following);
    void wrappedChanged(bool wrapped);
    void liveChanged(bool live);
    void findRequested();
    void saveRequested();
    void told(const QString &sentence); ///< what became of a copy

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// The first row of the window: a row of a line that may be wrapped.
    struct Top
    {
        std::uint64_t line = 0;
        int row = 0;

        auto operator<=>(const Top &) const = default;
    };

    void takeRestart();
    void takeChange();
    void takeSearch();
    void watch();
    void relay();
    void updateMarks();
    void layLines();
    [[nodiscard]] LaidLine laid(LogLine line) const;
    void markSelection(LaidLine &line) const;
    void markHits(LaidLine &line) const;

    [[nodiscard]] int rowsInView() const;
    [[nodiscard]] Top lastTop() const;
    [[nodiscard]] Top moved(Top top, int rows) const;
    void setTop(Top top);
    void scrollRows(int rows);
    void scrollToBar(int value);
    void showPlace(LogPlace place);
    void showHit(const std::optional<LogSearch::Hit> &hit);

    [[nodiscard]] LogPlace placeAt(QPointF position) const;
    [[nodiscard]] std::optional<LaidLine> lineAt(std::uint64_t number) const;
    void moveCaret(LogPlace place, bool select);
    void moveCaretBy(std::int64_t lines, bool select);
    bool moveByKey(const QKeyEvent &event);
    [[nodiscard]] LogPlace sideways(int key) const;

    LogDocument m_document;
    LogMetrics m_metrics;
    LogRuler *m_ruler;
    std::vector<LaidLine> m_lines; ///< those in view, from m_top.line on
    bool m_stale = true; ///< m_lines has to be read again
    Top m_top;
    int m_longest = 0; ///< columns of the longest line seen
    LogPlace m_anchor;
    LogPlace m_caret;
    bool m_live = false;
    bool m_following = false;
    bool m_wrapped = false;
    bool m_seeking = false; ///< the first hit of a new search is still to come
    std::optional<LogSearch::Hit> m_hit;
    std::uint64_t m_seekFrom = 0;
    int m_wheel = 0; ///< eighths of a degree that are less than a row
    QBasicTimer m_dragScroll;
    Errand m_errand; ///< last: it uses the document
};

} // namespace atelier::ui
