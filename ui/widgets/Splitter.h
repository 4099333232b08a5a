#pragma once

#include <QSplitter>

class QSettings;

namespace atelier::ui {

/// A splitter that comes back with the sizes that a person gave it.
class Splitter : public QSplitter
{
    Q_OBJECT

public:
    /// The settings outlive the splitter; `key` is where it keeps its sizes.
    Splitter(Qt::Orientation orientation, QSettings &settings, const QString &key, QWidget *parent = nullptr);

    /// Somebody has chosen its sizes, here or earlier.
    [[nodiscard]] bool isChosen() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QSettings &m_settings;
    QString m_key;
    bool m_restored = false;
};

} // namespace atelier::ui
