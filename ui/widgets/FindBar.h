#pragma once

#include <QWidget>

#include <optional>

class QLineEdit;

namespace atelier::ui {

class IconButton;
class TextLabel;

/// The bar below a text to find something in it: Enter asks for the next hit, Shift+Enter for the one before,
/// Esc closes. Whoever shows the text searches, and says how many hits there are.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// `purpose` stands in the empty field: "Find in the log".
    explicit FindBar(const QString &purpose, QWidget *parent = nullptr);

    /// Shows the bar and brings the keyboard here.
    void open();
    void close();

    struct Hits
    {
        qulonglong count = 0;
        std::optional<qulonglong> current = {}; ///< from 0
        bool isComplete = true; ///< false while there is more to look through
    };
    void showHits(const Hits &hits);
    void showNoSearch();

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool matchesCase() const;

Q_SIGNALS:
    void changed(); ///< what to look for: `text`, which may be empty, and `matchesCase`
    void nextAsked();
    void previousAsked();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    IconButton *addButton(QStringView icon, const QString &name, const QString &objectName);
    void applyLook();

    QLineEdit *m_text;
    IconButton *m_matchCase;
    TextLabel *m_count;
};

} // namespace atelier::ui
