#pragma once

#include "ui/widgets/ScrollPage.h"

class QBoxLayout;

namespace atelier::ui {

class Setting;
class SettingsCard;

/// A part of the settings: what is found together in the list at the start.
class SettingsSection : public ScrollPage
{
    Q_OBJECT

public:
    SettingsSection(const QString &title, const QString &subtitle, QStringView icon, QWidget *parent);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &icon() const { return m_icon; }
    /// From the top down.
    [[nodiscard]] QList<Setting *> settings() const;
    /// Before it comes to the front, and again when it is asked to look once more.
    virtual void refresh() { }

protected:
    /// Everything below the head, as wide as is good to read.
    [[nodiscard]] QBoxLayout *body() const { return m_body; }
    SettingsCard *addCard(const QString &heading);
    /// Stands beside the body, below it where there is little room.
    void setAside(QWidget *aside);
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeAside();

    const QString m_title;
    const QString m_icon;
    QBoxLayout *m_row;
    QBoxLayout *m_body;
    QWidget *m_aside = nullptr;
};

} // namespace atelier::ui
