#include "ui/shell/Navigator.h"

namespace atelier::ui {

namespace {

constexpr std::size_t mostPlaces = 100;

} // namespace

void Navigator::go(const Address &address)
{
    if (address == current())
        return moveTo(m_at);
    m_places.resize(m_at + 1);
    m_places.push_back(address);
    if (m_places.size() > mostPlaces)
        m_places.erase(m_places.begin());
    moveTo(m_places.size() - 1);
}

void Navigator::replace(const Address &address)
{
    m_places[m_at] = address;
    Q_EMIT placeChanged(address);
}

void Navigator::goBack()
{
    if (canGoBack())
        moveTo(m_at - 1);
}

void Navigator::goForward()
{
    if (canGoForward())
        moveTo(m_at + 1);
}

void Navigator::moveTo(std::size_t place)
{
    m_at = place;
    Q_EMIT navigated(current());
    Q_EMIT placeChanged(current());
}

} // namespace atelier::ui
