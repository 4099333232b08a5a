#pragma once

#include <QStringList>
#include <QWidget>

namespace atelier::ui {

/// Something in the settings that the search finds, and marks where it is.
class Setting : public QWidget
{
    Q_OBJECT

public:
    explicit Setting(const QString &words, QWidget *parent = nullptr);

    void addWords(const QString &words);
    /// Whether every one of the words is in it.
    [[nodiscard]] bool matches(const QStringList &words) const;
    void setFound(bool found);
    [[nodiscard]] bool isFound() const { return m_isFound; }
    /// Brings the focus to what can be changed here, if anything can.
    void takeFocus();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words;
    bool m_isFound = false;
};

} // namespace atelier::ui
