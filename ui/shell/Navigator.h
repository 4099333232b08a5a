#pragma once

#include "ui/shell/Address.h"

#include <QObject>

#include <vector>

namespace atelier::ui {

/// Where the window is, and where it was.
class Navigator : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void go(const Address &address);
    /// The same place in other words, as when a tab is chosen: going back does not stop there.
    void replace(const Address &address);
    void goBack();
    void goForward();

    [[nodiscard]] const Address &current() const { return m_places[m_at]; }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }

Q_SIGNALS:
    void navigated(const atelier::ui::Address &address);
    /// Also where the same place got other words.
    void placeChanged(const atelier::ui::Address &address);

private:
    void moveTo(std::size_t place);

    std::vector<Address> m_places{Address{}};
    std::size_t m_at = 0;
};

} // namespace atelier::ui
